/** `postmortem new`: a new document of a template, written where the config wants it and never over a file. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { newPostmortem } from '../core/features/new-postmortem';
import { DEFAULT_TEMPLATE } from '../core/template/choose';
import type { Template } from '../core/template/template';
import { allowedValue } from '../core/template/values';
import { joinUri } from '../core/workspace/uri';
import { parseDate } from './arguments';
import type { Command } from './command';
import { EXIT_CLEAN, Failure } from './failure';
import { Session } from './session';
import { didYouMean } from './suggest';

export const newCommand: Command = {
	name: 'new',
	usage: '--title TITLE',
	summary: 'Write a new postmortem from a template and print its path.',
	options: {
		title: { type: 'string', value: 'TITLE', doc: 'what happened, in a few words' },
		severity: { type: 'string', value: 'LEVEL', doc: 'one of the levels of the template' },
		date: { type: 'string', value: 'DATE', doc: 'the day the incident began, YYYY-MM-DD (default: today)' },
		template: { type: 'string', value: 'NAME', doc: 'the template (default: the one that the config names)' },
		output: { type: 'string', short: 'o', value: 'FILE', doc: 'where to write it (default: the path that the config gives)' },
	},
	examples: ['postmortem new --title "Checkout down"', 'postmortem new --template sre --title "Checkout down" --severity SEV1 --date 2025-02-11'],
	async run(args, io) {
		const title = args.text('title')?.trim();
		if (!title) throw new Failure('missing `--title`, expected what happened in a few words');
		if (args.positionals.length > 0) throw new Failure(`unexpected \`${args.positionals[0]}\`, expected no file; \`--output FILE\` says where to write`);
		const given = args.text('date');
		if (given !== undefined) parseDate('date', given);
		const session = await Session.open(args, io);
		const project = await session.projects.of(session.uriOf('postmortem.md'), '');
		session.requireSound(project);
		const date = given ?? new Date(session.now).toISOString().slice(0, 10);
		const template = args.text('template');
		const severity = args.text('severity');
		requireLevel(project.templates.get(template ?? project.config.template ?? DEFAULT_TEMPLATE), severity);
		// A template of the command line is not in the config: the document itself has to name it.
		const config = template === undefined ? project.config : { ...project.config, template: undefined };
		const made = newPostmortem({ config, templates: project.templates }, { template, title, severity, date });
		if (!made) throw new Failure(`unknown template \`${project.config.template}\` in the config${didYouMean(String(project.config.template), project.templates.keys())}`);
		const output = args.text('output');
		const file = output === undefined ? fileURLToPath(joinUri(project.folder ?? session.uriOf('.'), made.path)) : path.resolve(io.cwd, output);
		await writeNew(file, made.text, path.relative(io.cwd, file).replaceAll('\\', '/'));
		io.out(`${path.relative(io.cwd, file).replaceAll('\\', '/')}\n`);
		return EXIT_CLEAN;
	},
};

function requireLevel(template: Template | undefined, severity: string | undefined): void {
	const levels = template?.fields.find(({ name }) => name === 'severity')?.values ?? [];
	if (severity === undefined || levels.length === 0 || allowedValue(levels, severity)) return;
	const names = levels.map(({ value }) => value);
	throw new Failure(`unexpected \`--severity ${severity}\`, expected one of ${names.join(', ')}${didYouMean(severity, names)}`);
}

async function writeNew(file: string, text: string, shown: string): Promise<void> {
	try {
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, text, { flag: 'wx' });
	} catch (error) {
		const { code } = error as { code?: string };
		throw new Failure(code === 'EEXIST' ? `${shown}: exists already, expected a new file; \`--output FILE\` names another` : `${shown}: cannot be written (${code ?? String(error)})`);
	}
}
