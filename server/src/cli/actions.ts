/** `postmortem actions`: the action items of all postmortems. */
import { readJson, type ActionJson } from '../core/features/readJson';
import { formatDate } from '../core/time/moment';
import type { Command } from './command';
import { EXIT_CLEAN, EXIT_FAILURE } from './failure';
import { csv } from './formats/csv';
import { grid, markdownTable } from './formats/grid';
import { readInputs } from './inputs';
import { requireFreeOutput, writeReport } from './output';
import { Session } from './session';

interface Row extends ActionJson {
	readonly file: string;
	readonly postmortem: string | null;
	/** Open, and due before today. */
	readonly overdue: boolean;
}

export const actions: Command = {
	name: 'actions',
	usage: '[FILES|FOLDERS|GLOBS…]',
	summary: 'List the action items of all postmortems.',
	options: {
		format: { type: 'string', short: 'f', choices: ['table', 'json', 'csv', 'markdown'], doc: 'how to print them (default: table)' },
		open: { type: 'boolean', doc: 'only those that are not done' },
		overdue: { type: 'boolean', doc: 'only those that are not done and past their due date' },
	},
	examples: ['postmortem actions --open', 'postmortem actions --overdue --as-of 2026-01-31 --format markdown'],
	async run(args, io) {
		const session = await Session.open(args, io);
		const { inputs, failures } = await readInputs(session);
		await requireFreeOutput(session, inputs.filter((input) => !input.fromStdin).map((input) => input.uri));
		for (const failure of failures) io.err(`postmortem: ${failure}\n`);
		const rows = inputs
			.filter(({ reading }) => reading.doc.verdict.isPostmortem)
			.flatMap(({ file, reading }): Row[] => {
				const today = formatDate(reading.doc.today);
				const { title, actions: items } = readJson(reading.doc, file);
				return items.map((item) => ({ file, postmortem: title, ...item, overdue: !item.done && item.due !== null && /^\d{4}-\d{2}-\d{2}$/.test(item.due) && item.due < today }));
			})
			.filter((row) => (!args.flag('open') || !row.done) && (!args.flag('overdue') || row.overdue));
		await writeReport(session, PRINTERS[(args.text('format') ?? 'table') as keyof typeof PRINTERS](rows));
		return failures.length > 0 ? EXIT_FAILURE : EXIT_CLEAN;
	},
};

const HEAD = ['Owner', 'Due', 'Status', 'Priority', 'Place', 'Action'];

function cells({ owners, due, status, priority, file, line, text, done, overdue }: Row): string[] {
	return [owners.join(', '), due === null ? '' : overdue ? `${due} (overdue)` : due, status ?? (done ? 'done' : ''), priority ?? '', `${file}:${line}`, text];
}

const PRINTERS = {
	table: (rows: readonly Row[]) => (rows.length === 0 ? '' : grid([HEAD, ...rows.map(cells)])),
	markdown: (rows: readonly Row[]) => markdownTable([HEAD, ...rows.map(cells)]),
	json: (rows: readonly Row[]) => `${JSON.stringify({ version: 1, actions: rows }, undefined, 2)}\n`,
	csv: (rows: readonly Row[]) =>
		csv([
			['file', 'line', 'postmortem', 'text', 'owners', 'priority', 'due', 'status', 'done', 'overdue', 'links'],
			...rows.map((row) => [row.file, row.line, row.postmortem, row.text, row.owners.join('; '), row.priority, row.due, row.status, row.done, row.overdue, row.links.join(' ')]),
		]),
};
