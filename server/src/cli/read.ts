/** `postmortem read`: what the tool understood of documents, as JSON. */
import { readJson } from '../core/features/readJson';
import type { Command } from './command';
import { EXIT_CLEAN, EXIT_FAILURE } from './failure';
import { readInputs } from './inputs';
import { requireFreeOutput, writeReport } from './output';
import { Session } from './session';

export const read: Command = {
	name: 'read',
	usage: '[FILES|FOLDERS|GLOBS…]',
	summary: 'Print what was understood: times, severity, sections, timeline, action items.',
	options: {
		format: { type: 'string', short: 'f', choices: ['json', 'ndjson'], doc: 'json: one object, a list for several files (default); ndjson: one object per line' },
	},
	examples: ['postmortem read outage.md', 'postmortem read "docs/**/*.md" --format ndjson'],
	async run(args, io) {
		const session = await Session.open(args, io);
		const { inputs, failures } = await readInputs(session);
		await requireFreeOutput(session, inputs.filter((input) => !input.fromStdin).map((input) => input.uri));
		for (const failure of failures) io.err(`postmortem: ${failure}\n`);
		const documents = inputs.map(({ file, reading }) => readJson(reading.doc, file));
		if (documents.length > 0 || failures.length === 0) {
			const alone = documents.length === 1 && args.positionals.length <= 1;
			await writeReport(session, args.text('format') === 'ndjson' ? documents.map((document) => `${JSON.stringify(document)}\n`).join('') : `${JSON.stringify(alone ? documents[0] : documents, undefined, 2)}\n`);
		}
		return failures.length > 0 ? EXIT_FAILURE : EXIT_CLEAN;
	},
};
