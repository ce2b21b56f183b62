import { touches, type TextSpan } from './span';

/** Replaces one span of the document. An empty span inserts. */
export interface SpanEdit {
	readonly span: TextSpan;
	readonly newText: string;
}

/**
 * The text after the edits. Edits may come in any order and must not overlap; several insertions at one place are
 * made in the order given.
 * @throws RangeError where two edits overlap: that is a fault of the caller.
 */
export function applyEdits(text: string, edits: readonly SpanEdit[]): string {
	const ordered = edits.map((edit, index) => ({ edit, index })).sort((a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.index - b.index);
	let out = '';
	let at = 0;
	for (const { edit } of ordered) {
		if (edit.span.start < at) throw new RangeError(`edits overlap at offset ${edit.span.start}`);
		out += text.slice(at, edit.span.start) + edit.newText;
		at = edit.span.end;
	}
	return out + text.slice(at);
}

/** Whether one of the edits changes, or borders on, one of the stretches. */
export function changesAny(edits: readonly SpanEdit[], stretches: readonly TextSpan[]): boolean {
	return edits.some(({ span }) => stretches.some((stretch) => touches(stretch, span)));
}
