/** How wide a text looks where all letters are equally wide. */
import stringWidth from 'fast-string-width';

/** Format characters that show nothing: soft hyphens, joiners outside of emoji, marks of direction, byte order marks. */
const UNSEEN = /[\u034F\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]|\u200D(?!\p{Extended_Pictographic})/gu;

/** In columns of a screen: 2 for CJK and each emoji, however many characters it is made of; 0 for combining marks and what shows nothing. */
export function displayWidth(text: string): number {
	return stringWidth(text.normalize('NFC').replace(UNSEEN, ''));
}

/** With spaces up to a width in columns of a screen. */
export function padded(text: string, width: number): string {
	return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
