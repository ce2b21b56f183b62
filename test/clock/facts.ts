/**
 * What a person read in a document, written down by hand: one fact a line, its parts apart by tabs.
 *
 * `date`, `zone`, `started`, `detected`, `mitigated`, `resolved` and `note`, then the value; every other line is a
 * timeline row: its line (from 1; `3-4` where it may be either), the time as written, the moment, and the moment at which it ended where the row says so.
 * A line with `?` before it may be read as a row or not. A moment is written as in the JSON of `postmortem read`; a day
 * alone stands where the row gives no clock time, `-` where it gives no time at all, and ` or ` between the readings
 * of a document that contradicts itself, or between the two columns of one row.
 */
export interface Facts {
	/** By name; a name that the document says nothing about is absent. */
	readonly about: ReadonlyMap<string, string>;
	/** In document order. Two rows may stand on one line. */
	readonly rows: readonly RowFact[];
}

export interface RowFact {
	readonly line: number;
	/** Later than `line` where label and time stand on lines of their own, and the row may be said to begin at either. */
	readonly lastLine: number;
	readonly optional: boolean;
	readonly written: string;
	readonly at: string;
	/** Absent where the row tells of no end. */
	readonly until: string | undefined;
}

const NAMES: ReadonlySet<string> = new Set(['date', 'zone', 'started', 'detected', 'mitigated', 'resolved', 'note']);

/** Throws where a line is no fact. */
export function parseFacts(text: string): Facts {
	const about = new Map<string, string>();
	const rows: RowFact[] = [];
	for (const fact of text.split('\n').filter((line) => line !== '')) {
		const [first = '', second = '', at, until, ...rest] = fact.split('\t');
		const row = /^(\?)?(\d+)(?:-(\d+))?$/.exec(first);
		if (row && at !== undefined && rest.length === 0) rows.push({ line: Number(row[2]), lastLine: Number(row[3] ?? row[2]), optional: row[1] !== undefined, written: second, at, until });
		else if (NAMES.has(first) && second !== '' && at === undefined) about.set(first, second);
		else throw new Error(`Unexpected fact ${JSON.stringify(fact)}`);
	}
	return { about, rows };
}
