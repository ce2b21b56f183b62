/**
 * In lower case, letter for letter, so that offsets are those of the text. Words of many languages are looked for in this
 * with expressions that mind the case: those that do not take several times as long to compile.
 */
export function lowerCased(text: string): string {
	const lower = text.toLowerCase();
	return lower.length === text.length ? lower : text.replace(/./gsu, sameLength);
}

/** `İ` becomes two letters, which nobody looks for. */
function sameLength(letter: string): string {
	const lower = letter.toLowerCase();
	return lower.length === letter.length ? lower : letter;
}
