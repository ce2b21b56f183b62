/** `postmortem stats`: figures over all postmortems. */
import { readJson, type DurationsJson, type PostmortemJson } from '../core/features/readJson';
import { formatDate } from '../core/time/moment';
import type { Command } from './command';
import { EXIT_CLEAN, EXIT_FAILURE } from './failure';
import { csv } from './formats/csv';
import { grid } from './formats/grid';
import { readInputs } from './inputs';
import { requireFreeOutput, writeReport } from './output';
import { Session } from './session';

interface Row {
	readonly file: string;
	readonly title: string | null;
	readonly date: string | null;
	readonly severity: number | null;
	readonly template: string;
	/** In minutes: from the document's own times, else as stated. */
	readonly detect: number | null;
	readonly mitigate: number | null;
	readonly resolve: number | null;
	readonly events: number;
	readonly actions: number;
	readonly openActions: number;
	readonly overdueActions: number;
}

interface Spread {
	/** How many postmortems tell it. */
	readonly known: number;
	readonly median: number | null;
	readonly mean: number | null;
	readonly longest: number | null;
}

export const stats: Command = {
	name: 'stats',
	usage: '[FILES|FOLDERS|GLOBS…]',
	summary: 'Figures over all postmortems: how many, how grave, times to detect, mitigate and resolve, open actions.',
	options: {
		format: { type: 'string', short: 'f', choices: ['table', 'json', 'csv'], doc: 'table: the figures (default); csv: a row per postmortem; json: both' },
	},
	examples: ['postmortem stats', 'postmortem stats --format csv --output incidents.csv'],
	async run(args, io) {
		const session = await Session.open(args, io);
		const { inputs, failures } = await readInputs(session);
		await requireFreeOutput(session, inputs.filter((input) => !input.fromStdin).map((input) => input.uri));
		for (const failure of failures) io.err(`postmortem: ${failure}\n`);
		const rows = inputs.filter(({ reading }) => reading.doc.verdict.isPostmortem).map(({ file, reading }) => rowOf(readJson(reading.doc, file), formatDate(reading.doc.today)));
		await writeReport(session, PRINTERS[(args.text('format') ?? 'table') as keyof typeof PRINTERS](rows));
		return failures.length > 0 ? EXIT_FAILURE : EXIT_CLEAN;
	},
};

function rowOf({ file, title, date, severity, template, durations, timeline, actions }: PostmortemJson, today: string): Row {
	const open = actions.filter((action) => !action.done);
	const duration = (kind: keyof DurationsJson) => durations.computed[kind] ?? durations.stated[kind];
	return {
		file,
		title,
		date,
		severity: severity?.level ?? null,
		template: template.name,
		detect: duration('detect'),
		mitigate: duration('mitigate'),
		resolve: duration('resolve') ?? durations.stated.total,
		events: timeline.length,
		actions: actions.length,
		openActions: open.length,
		overdueActions: open.filter(({ due }) => due !== null && /^\d{4}-\d{2}-\d{2}$/.test(due) && due < today).length,
	};
}

function spreadOf(values: readonly (number | null)[]): Spread {
	const known = values.filter((value) => value !== null).sort((a, b) => a - b);
	if (known.length === 0) return { known: 0, median: null, mean: null, longest: null };
	const middle = (known[(known.length - 1) >> 1]! + known[known.length >> 1]!) / 2;
	return { known: known.length, median: middle, mean: Math.round(known.reduce((sum, value) => sum + value, 0) / known.length), longest: known.at(-1)! };
}

function summary(rows: readonly Row[]) {
	const severities = new Map<string, number>();
	for (const { severity } of [...rows].sort((a, b) => (a.severity ?? 99) - (b.severity ?? 99))) {
		const key = severity === null ? 'not stated' : String(severity);
		severities.set(key, (severities.get(key) ?? 0) + 1);
	}
	const total = (key: 'actions' | 'openActions' | 'overdueActions') => rows.reduce((sum, row) => sum + row[key], 0);
	return {
		postmortems: rows.length,
		severities: Object.fromEntries(severities),
		minutes: { detect: spreadOf(rows.map((row) => row.detect)), mitigate: spreadOf(rows.map((row) => row.mitigate)), resolve: spreadOf(rows.map((row) => row.resolve)) },
		actions: { total: total('actions'), open: total('openActions'), overdue: total('overdueActions') },
	};
}

const PRINTERS = {
	json: (rows: readonly Row[]) => `${JSON.stringify({ version: 1, ...summary(rows), files: rows }, undefined, 2)}\n`,
	csv: (rows: readonly Row[]) =>
		csv([
			['file', 'title', 'date', 'severity', 'template', 'minutesToDetect', 'minutesToMitigate', 'minutesToResolve', 'events', 'actions', 'openActions', 'overdueActions'],
			...rows.map((row) => Object.values(row) as (string | number | null)[]),
		]),
	table(rows: readonly Row[]) {
		const { postmortems, severities, minutes, actions } = summary(rows);
		const shown = (value: number | null) => (value === null ? '–' : `${value} min`);
		return [
			grid([
				['Postmortems', String(postmortems)],
				...Object.entries(severities).map(([level, count]) => [level === 'not stated' ? 'Severity not stated' : `Severity ${level}`, String(count)]),
				['Action items', `${actions.total}, ${actions.open} open, ${actions.overdue} overdue`],
			]),
			'\n',
			grid([['Time to', 'known', 'median', 'mean', 'longest'], ...Object.entries(minutes).map(([what, spread]) => [what, String(spread.known), shown(spread.median), shown(spread.mean), shown(spread.longest)])]),
		].join('');
	},
};
