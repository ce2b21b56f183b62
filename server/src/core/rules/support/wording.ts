/** How messages quote the document. */
import type { CivilDate } from '../../time/moment';

const LONGEST = 60;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

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

/** The English name of a date's month. */
export function monthName({ month }: CivilDate): string {
	return MONTHS[month - 1]!;
}
