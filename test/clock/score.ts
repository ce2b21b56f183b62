/** Compares what was read with what a person read. */
import type { PostmortemJson, TimelineJson } from '../../server/src/core/features/readJson';
import type { Facts, RowFact } from './facts';

/** Counts of facts that can be right or wrong, and a line of text for each that is wrong. */
export class Score {
	/** Rows that must be found. */
	wanted = 0;
	/** Of these, rows found at their line with the time that is written there. */
	found = 0;
	/** Rows that are none. */
	unwanted = 0;
	/** Wanted rows whose moment, and end, is right. */
	moments = 0;
	/** Date, zone and phases. */
	about = 0;
	aboutRight = 0;
	readonly misses: string[] = [];

	/** Of all rows that are there or were read, in percent. */
	get rowsRight(): number {
		return percent(this.found, this.wanted + this.unwanted);
	}

	/** Of all rows that are there, in percent. */
	get momentsRight(): number {
		return percent(this.moments, this.wanted);
	}

	get aboutAllRight(): number {
		return percent(this.aboutRight, this.about);
	}

	get summary(): string {
		const precision = percent(this.found, this.found + this.unwanted);
		return `rows ${this.rowsRight} % right (recall ${percent(this.found, this.wanted)} %, precision ${precision} %), moments ${this.momentsRight} % right, of ${this.wanted} rows; date, zone and phases ${this.aboutAllRight} % right, of ${this.about}`;
	}

	/** @param file how the misses name the document. */
	add(file: string, facts: Facts, read: PostmortemJson): void {
		this.#addRows(file, facts.rows, read.timeline);
		for (const [name, expected] of facts.about) {
			if (name === 'note') continue;
			this.about++;
			const got = aboutOf(read, name);
			if (got !== null && aboutAgrees(name, expected, got)) this.aboutRight++;
			else this.misses.push(`${file}: ${name} expected ${expected}, got ${got ?? 'none'}`);
		}
	}

	#addRows(file: string, rows: readonly RowFact[], read: readonly TimelineJson[]): void {
		const left = [...read];
		for (const row of rows) {
			const index = left.findIndex(({ line, written }) => line >= row.line && line <= row.lastLine && (row.optional || writtenAgrees(row.written, written)));
			const [got] = index < 0 ? [] : left.splice(index, 1);
			if (row.optional) continue;
			this.wanted++;
			if (!got) {
				const other = left.find(({ line }) => line === row.line);
				this.misses.push(`${file}:${row.line}: row expected ${row.written}, got ${other ? other.written : 'none'}`);
				continue;
			}
			this.found++;
			if (momentAgrees(row.at, got.at) && momentAgrees(row.until ?? '-', got.until)) this.moments++;
			else this.misses.push(`${file}:${row.line}: moment expected ${shown(row.at, row.until)}, got ${shown(got.at, got.until)} (${got.written})`);
		}
		this.unwanted += left.length;
		for (const { line, written, at } of left) this.misses.push(`${file}:${line}: no row expected, got ${written} (${at ?? 'unread'})`);
	}
}

/** Rounded down to a tenth: what is not all right never shows as 100. */
function percent(part: number, whole: number): number {
	return whole === 0 ? 100 : Math.floor((part / whole) * 1000) / 10;
}

function shown(at: string | null, until: string | null | undefined): string {
	return `${at ?? 'none'}${until ? ` … ${until}` : ''}`;
}

/** One may be cut shorter than the other: with or without the day, the zone, or a word beside the time. */
function writtenAgrees(expected: string, got: string): boolean {
	const b = bare(got);
	return b !== '' && bare(expected).split(' or ').some((a) => a.includes(b) || b.includes(a));
}

function bare(text: string): string {
	return text.replace(/[*_`~]/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

function momentAgrees(expected: string, got: string | null): boolean {
	return expected.split(' or ').some((reading) => {
		if (reading === '-') return got === null;
		if (/^\d{4}-\d\d-\d\d$/.test(reading)) return got === null || got === reading; // the JSON has no form for a day alone
		if (got === null) return false;
		const [a, b] = [instant(reading), instant(got)];
		return a !== undefined && b !== undefined ? a === b : withSeconds(reading) === withSeconds(got);
	});
}

/** `undefined` where date or offset is not given. */
function instant(moment: string): number | undefined {
	return moment.includes('T') && /(?:Z|[+-]\d\d:\d\d)$/.test(moment) ? Date.parse(moment) : undefined;
}

function withSeconds(moment: string): string {
	return moment.split(':').length === 2 ? `${moment}:00` : moment;
}

function aboutOf(read: PostmortemJson, name: string): string | null {
	switch (name) {
		case 'zone': return read.timeZone && `${read.timeZone.written} ${read.timeZone.offset ?? ''}`.trim();
		case 'date': case 'started': case 'detected': case 'mitigated': case 'resolved': return read[name];
		default: throw new Error(`Unexpected name ${name}`);
	}
}

/** A zone is its name as written, then its offset where that is beyond doubt: either one will do. */
function aboutAgrees(name: string, expected: string, got: string): boolean {
	if (name !== 'zone') return momentAgrees(expected, got);
	const [written, offset = written === 'UTC' ? 'Z' : undefined] = splitZone(expected);
	const [gotWritten, gotOffset] = splitZone(got);
	return offset === undefined || gotOffset === undefined ? writtenAgrees(written, gotWritten) : offset === gotOffset;
}

function splitZone(zone: string): [written: string, offset: string | undefined] {
	const parts = /^(.*?) ([+-]\d\d:\d\d|Z)$/.exec(zone);
	return parts ? [parts[1]!, parts[2]] : [zone, undefined];
}
