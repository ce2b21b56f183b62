/** The one door: a text from the clipboard or a selection into the events it tells, or nothing where it tells none. */
import type { DateOrder } from '../time/date';
import { transcriptOfJson } from './export-json';
import { transcriptOfLines } from './read-lines';
import { sheetOf, transcriptOfSheet, type Sheet } from './sheet';
import type { Transcript } from './transcript';

/** In UTF-16 units: a longer text is no part of a postmortem. */
export const LONGEST_TRANSCRIPT = 1_000_000;

export interface Recognised {
	readonly transcript: Transcript | undefined;
	/** Where the text is a sheet: its own columns. */
	readonly sheet: Sheet | undefined;
}

/** @param least how many events there must be; 2 where nobody has said that it is a chat or log. */
export function recognise(text: string, order: DateOrder | undefined, least: number): Recognised {
	if (text.length > LONGEST_TRANSCRIPT) return { transcript: undefined, sheet: undefined };
	const exported = transcriptOfJson(text);
	if (exported) return { transcript: exported.events.length >= least ? exported : undefined, sheet: undefined };
	const sheet = sheetOf(text);
	const fromSheet = sheet && transcriptOfSheet(sheet, order);
	return { transcript: fromSheet ?? transcriptOfLines(text, order, least), sheet };
}
