/** `postmortem convert`: a document rearranged to another template, nothing lost. */
import { promises } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { convertedText } from '../core/service';
import type { Command } from './command';
import { EXIT_CLEAN, Failure } from './failure';
import { readInputs } from './inputs';
import { requireFreeOutput, writeReport } from './output';
import { Session } from './session';
import { didYouMean } from './suggest';

export const convert: Command = {
	name: 'convert',
	usage: 'FILE --to TEMPLATE',
	summary: 'Rearrange a postmortem to another template, nothing lost.',
	options: {
		to: { type: 'string', value: 'TEMPLATE', doc: 'the template to convert to, see `postmortem templates`' },
		write: { type: 'boolean', short: 'w', doc: 'write the result to the file instead of standard output' },
	},
	examples: ['postmortem convert outage.md --to sre', 'postmortem convert outage.md --to full --write', 'cat outage.md | postmortem convert --stdin --to minimal'],
	async run(args, io) {
		const name = args.text('to');
		if (name === undefined) throw new Failure('missing `--to TEMPLATE`, expected the name of a template');
		if (args.flag('write') && args.flag('stdin')) throw new Failure('unexpected `--write` with `--stdin`, expected a file');
		if (args.flag('write') && args.text('output') !== undefined) throw new Failure('unexpected `--output` beside `--write`, expected one or the other');
		if (args.positionals.length !== 1 && !args.flag('stdin')) throw new Failure(args.positionals.length === 0 ? 'missing file, expected `postmortem convert FILE --to TEMPLATE`' : `unexpected \`${args.positionals[1]}\`, expected one file`);
		const session = await Session.open(args, io);
		const { inputs, failures } = await readInputs(session);
		if (failures.length > 0) throw new Failure(failures[0]!);
		if (inputs.length !== 1) throw new Failure(`unexpected ${inputs.length} files, expected one`);
		const { uri, file, fromStdin, reading } = inputs[0]!;
		await requireFreeOutput(session, fromStdin ? [] : [uri]);
		const { templates } = reading.project;
		if (!templates.has(name)) throw new Failure(`unknown template \`${name}\`${didYouMean(name, templates.keys()) || `, expected one of ${[...templates.keys()].join(', ')}`}`);
		const text = convertedText(reading.doc, name);
		if (text === undefined) throw new Failure(`${file}: cannot be converted to \`${name}\`: a code fence that stays open or stands around the whole document, or a section too long to be read, keeps its parts in their place`);
		if (!args.flag('write')) await writeReport(session, text);
		else if (text !== reading.text) {
			try {
				await promises.writeFile(fileURLToPath(uri), text);
			} catch (error) {
				throw new Failure(`${file}: cannot be written (${(error as { code?: string }).code ?? String(error)})`);
			}
		}
		return EXIT_CLEAN;
	},
};
