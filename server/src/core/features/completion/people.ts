/** People: those the config names, then those the document does; behind `@`, as owners, and in fields and columns for people. */
import { plainText } from '../../markdown/inline';
import { isPlaceholder } from '../../rules/support/values';
import { labelledPart } from './action-place';
import { cellAt, inCell } from './cell';
import { escapeMarkdown } from '../escapeMarkdown';
import type { CompletionSource, Cursor, Offer } from './completion';
import { fieldAt, type FieldPlace } from './field-place';

const FIELDS_FOR_PEOPLE = new Set(['commander', 'owner', 'authors', 'responders']);

interface Named {
	readonly name: string;
	readonly handle: string | undefined;
	readonly email: string | undefined;
	readonly isKnown: boolean;
}

export const people: CompletionSource = (cursor) => {
	const mention = /(?:^|[\s([{,;|*_])(@[\w.-]*)$/.exec(cursor.before)?.[1];
	const cell = cellAt(cursor);
	if (cell?.column?.role === 'owner' || cell?.column?.role === 'who') {
		const start = behindComma(cursor, cell.content.start);
		return offers(cursor, start, writesHandles(cursor, cell.rowsAbove.map(({ cells }) => cells[cell.index]?.start)), (value) => inCell(cursor, cell, value, start));
	}
	const place = fieldAt(cursor);
	const part = labelledPart(cursor);
	if (part?.name === 'owner' || (place && !part && FIELDS_FOR_PEOPLE.has(place.name))) {
		const { typed, put } = part ?? place!;
		const start = behindComma(cursor, typed.start);
		return offers(cursor, start, false, (value) => put(value, start));
	}
	if (mention === undefined) return [];
	const start = cursor.offset - mention.length;
	return offers(cursor, start, true, (newText) => ({ span: { start, end: cursor.offset }, newText }));
};

/** Several names stand in one cell with commas between them. */
function behindComma({ doc, offset }: Cursor, start: number): number {
	const last = doc.text.slice(start, offset).split(/[,;/&]/).at(-1)!;
	return offset - last.trimStart().length;
}

function writesHandles({ doc }: Cursor, starts: readonly (number | undefined)[]): boolean {
	return starts.some((start) => start !== undefined && doc.text[start] === '@');
}

function offers(cursor: Cursor, start: number, withHandle: boolean, put: FieldPlace['put']): readonly Offer[] {
	const isHandle = withHandle || cursor.doc.text[start] === '@';
	return everyone(cursor).map(({ name, handle, email, isKnown }) => {
		const value = isHandle && handle !== undefined ? `@${handle}` : name;
		const at = handle === undefined || name === handle ? '' : isHandle ? name : `@${handle}`;
		return {
			kind: 'person', label: value, detail: at, snippet: undefined,
			documentation: escapeMarkdown([isKnown ? 'From the people list of the config' : 'Named in this document', email].filter((each) => each).join(', ')),
			filterText: [...new Set([value, isHandle ? `@${name}` : '', name, handle ?? ''])].filter((each) => each !== '').join(' '),
			...put(value),
		};
	});
}

function everyone({ doc, offset }: Cursor): readonly Named[] {
	const known: Named[] = doc.knownPeople.map((person) => ({ ...person, isKnown: true }));
	const spellings = new Set(known.flatMap(({ name, handle }) => [name.toLowerCase(), handle?.toLowerCase()]));
	const named = doc.people.flatMap(({ text, span }): Named[] => {
		const plain = plainText(text);
		const bare = plain.replace(/^@/, '');
		const isBeingTyped = span.start <= offset && offset <= span.end && doc.text.indexOf(text, offset) < 0;
		if (isBeingTyped || bare === '' || isPlaceholder(plain) || spellings.has(bare.toLowerCase())) return [];
		return [{ name: plain, handle: plain === bare ? undefined : bare, email: undefined, isKnown: false }];
	});
	return [...known, ...named];
}
