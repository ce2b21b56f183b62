/** What is parsed for each keystroke, counted: the same on every machine, so that a test can hold it to a bound. */
import { DEFAULT_CONFIG } from '../../server/src/core/config/load';
import { DocumentReader } from '../../server/src/core/service';
import { builtinTemplates } from '../../server/src/core/template/builtin';
import { longDocument, randomFrom } from './inputs.mjs';

const EDITS = 400;
const context = { path: 'postmortems/outage.md', config: DEFAULT_CONFIG, templates: builtinTemplates(), now: Date.UTC(2025, 5, 1) };

export interface Count {
	readonly name: string;
	readonly unit: string;
	readonly value: number;
	readonly atMost: number;
}

/** Counts over edits at random places of a generated document of that length in UTF-16 units. */
export function countedWork(size: number): readonly Count[] {
	const random = randomFrom(7);
	const reader = new DocumentReader();
	let text = longDocument(size);
	reader.read(text, context);
	const units: number[] = [];
	const pieces: number[] = [];
	/** Of the longest section of each version. */
	const shares: number[] = [];
	for (let edit = 0; edit < EDITS; edit++) {
		const at = Math.floor(random() * text.length);
		text = edit % 2 ? text.slice(0, at) + text.slice(at + 1) : `${text.slice(0, at)}e${text.slice(at)}`;
		const { chunks } = reader.read(text, context);
		units.push(reader.work.scanned);
		pieces.push(reader.work.chunks);
		shares.push(reader.work.scanned / Math.max(...chunks.map(({ start, end }) => end - start)));
	}
	const name = `keystroke, ${size / 1000} K`;
	return [
		{ name: `${name}: parsed, median`, unit: 'units', value: quantile(units, 0.5), atMost: 2_048 },
		{ name: `${name}: parsed, 99th percentile`, unit: 'of the longest section', value: quantile(shares, 0.99), atMost: 1 },
		{ name: `${name}: sections parsed, 99th percentile`, unit: '', value: quantile(pieces, 0.99), atMost: 2 },
	];
}

function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}
