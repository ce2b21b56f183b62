/** `postmortem new`: a new document from a template, never over one that is there. */
import { promises } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { newPostmortem } from '../core/features/new-postmortem';
import { DEFAULT_TEMPLATE } from '../core/template/choose';
import type { Template } from '../core/template/template';
import { allowedValue } from '../core/template/values';
import { formatDate, momentAt } from '../core/time/moment';
import { joinUri } from '../core/workspace/uri';
import { parseDate } from './arguments';
import type { Command } from './command';
import { EXIT_CLEAN, Failure } from './failure';
import { Session, shownPath } from './session';
import { didYouMean } from './suggest';

export const newCommand: Command = {
	name: 'new',
	usage: '[TITLE]',
	summary: 'Write a new postmortem from a template, where the config wants it.',
	options: {
		title: { type: 'string', value: 'TITLE', doc: 'what happened, in a few words' },
		severity: { type: 'string', value: 'VALUE', doc: 'one of the levels of the template, such as SEV2' },
		date: { type: 'string', value: 'DATE', doc: 'the day the incident began, YYYY-MM-DD (default: today)' },
		template: { type: 'string', value: 'NAME', doc: 'the template (default: the one that the config names)' },
		output: { type: 'string', short: 'o', value: 'FILE', doc: 'where to write it (default: the path that the config gives)' },
		stdout: { type: 'boolean', doc: 'print the document instead of writing a file' },
	},
	examples: ['postmortem new "Checkout down" --severity SEV2', 'postmortem new "Login errors" --template sre --output docs/login.md'],
	async run(args, io) {
		const session = await Session.open(args, io);
		const title = args.text('title') ?? args.positionals.join(' ');
		if (title.trim() === '') throw new Failure('missing title, expected `postmortem new "What happened"`');
		const written = args.text('date');
		const severity = args.text('severity');
		const template = args.text('template');
		const date = written === undefined ? momentAt(session.now, 0).date! : parseDate('date', written);
		const project = await session.projects.of(session.uriOf('postmortem.md'), '');
		session.requireSound(project);
		requireLevel(project.templates.get(template ?? project.config.template ?? DEFAULT_TEMPLATE), severity);
		// The template of the command line is not in the config: the document itself has to name it.
		const config = template === undefined ? project.config : { ...project.config, template: undefined };
		const made = newPostmortem({ config, templates: project.templates }, { title, date: formatDate(date), ...(severity ? { severity } : {}), ...(template ? { template } : {}) });
		if (!made) throw new Failure(`no template \`${template ?? project.config.template}\`, expected one of ${[...project.templates.keys()].join(', ')}`);
		if (args.flag('stdout')) {
			io.out(made.text);
			return EXIT_CLEAN;
		}
		const output = args.text('output');
		const file = output === undefined ? fileURLToPath(joinUri(project.folder ?? session.uriOf('.'), made.path)) : path.resolve(io.cwd, output);
		const shown = shownPath(io.cwd, file);
		try {
			await promises.mkdir(path.dirname(file), { recursive: true });
			await promises.writeFile(file, made.text, { flag: 'wx' });
		} catch (error) {
			const { code } = error as { code?: string };
			throw new Failure(code === 'EEXIST' ? `${shown} is there already, expected a free name (\`--output FILE\`)` : `${shown}: cannot be written (${code ?? String(error)})`);
		}
		io.out(`${shown}\n`);
		return EXIT_CLEAN;
	},
};

function requireLevel(template: Template | undefined, severity: string | undefined): void {
	const levels = template?.fields.find(({ name }) => name === 'severity')?.values ?? [];
	if (severity === undefined || levels.length === 0 || allowedValue(levels, severity)) return;
	const names = levels.map(({ value }) => value);
	throw new Failure(`unexpected \`--severity ${severity}\`, expected one of ${names.join(', ')}${didYouMean(severity, names)}`);
}
