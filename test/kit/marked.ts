import type { TextSpan } from '../../server/src/core/text/span';

export interface Marked {
	readonly text: string;
	/** Where `‸` stood, -1 where it did not. */
	readonly cursor: number;
	readonly spans: readonly TextSpan[];
}

/** Reads a fixture: `‸` is the cursor, `⟦…⟧` are expected spans, in the order of their ends. All marks are removed. */
export function marked(source: string): Marked {
	let text = '';
	let cursor = -1;
	const spans: TextSpan[] = [];
	const open: number[] = [];
	for (const letter of source) {
		if (letter === '‸') cursor = text.length;
		else if (letter === '⟦') open.push(text.length);
		else if (letter === '⟧') {
			const start = open.pop();
			if (start === undefined) throw new Error('A ⟧ in the fixture has no ⟦');
			spans.push({ start, end: text.length });
		} else text += letter;
	}
	if (open.length > 0) throw new Error('A ⟦ in the fixture has no ⟧');
	return { text, cursor, spans };
}
