/** How messages quote the document. */

const LONGEST = 60;

/** A value in backticks, on one line, cut where it is long. */
export function quoted(value: string): string {
	const line = value.replaceAll('`', "'").replace(/\s+/g, ' ').trim();
	return `\`${line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line}\``;
}

/** `A`, `one of A, B`: what is expected. */
export function anyOf(values: readonly string[]): string {
	const listed = values.map(quoted).join(', ');
	return values.length > 1 ? `one of ${listed}` : listed;
}
