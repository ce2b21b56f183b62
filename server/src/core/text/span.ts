/** A half-open stretch of the document, in UTF-16 code units from its start. */
export interface TextSpan {
	readonly start: number;
	readonly end: number;
}

/** A piece of the document: the text as written and where it stands. */
export interface Written {
	readonly text: string;
	readonly span: TextSpan;
}

export function span(start: number, end: number): TextSpan {
	return { start, end };
}

export function written(text: string, at: TextSpan): Written {
	return { text: text.slice(at.start, at.end), span: at };
}

/** Whether `inner` lies wholly within `outer`; an empty span at either edge counts. */
export function contains(outer: TextSpan, inner: TextSpan): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two share a character, or touch where one of them is empty (a cursor). */
export function touches(a: TextSpan, b: TextSpan): boolean {
	return a.start <= b.end && b.start <= a.end;
}

/** Of parts in document order those that share a character with the span. */
export function touching<Part>(parts: readonly Part[], spanOf: (part: Part) => TextSpan, { start, end }: TextSpan): readonly Part[] {
	let low = 0;
	for (let high = parts.length; low < high; ) {
		const middle = (low + high) >> 1;
		if (spanOf(parts[middle]!).end <= start) low = middle + 1;
		else high = middle;
	}
	let behind = low;
	while (behind < parts.length && spanOf(parts[behind]!).start < end) behind++;
	return parts.slice(low, behind);
}

/** The span without the white space at both its ends. */
export function trimmed(text: string, { start, end }: TextSpan): TextSpan {
	while (start < end && isSpace(text.charCodeAt(start))) start++;
	while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
	return { start, end };
}

function isSpace(code: number): boolean {
	return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x200b || code === 0xfeff || code === 0x3000;
}
