/** `postmortem templates`: the templates that can be named here. */
import type { Command } from './command';
import { EXIT_CLEAN, Failure } from './failure';
import { writeReport } from './output';
import { Session } from './session';
import { printableLine } from './terminal';

export const templates: Command = {
	name: 'templates',
	usage: '',
	summary: 'List the templates: the built-in ones and those of the config.',
	options: {
		format: { type: 'string', short: 'f', choices: ['text', 'json'], doc: 'how to print them (default: text)' },
	},
	examples: ['postmortem templates', 'postmortem templates --format json'],
	async run(args, io) {
		if (args.positionals.length > 0) throw new Failure(`unexpected \`${args.positionals[0]}\`, expected no file`);
		const session = await Session.open(args, io);
		const project = await session.projects.of(session.uriOf('postmortem.md'), '');
		session.requireSound(project);
		const known = [...project.templates].map(([name, { title, description, uri, sections }]) => ({
			name,
			title,
			description,
			builtIn: uri === undefined,
			sections: sections.map((section) => ({ title: section.title, required: section.required })),
		}));
		const width = Math.max(...known.map(({ name }) => name.length)) + 2;
		const text = known.map(({ name, title, description }) => `${printableLine(name).padEnd(width)}${printableLine(title)}${description ? `: ${printableLine(description)}` : ''}\n`).join('');
		await writeReport(session, args.text('format') === 'json' ? `${JSON.stringify({ version: 1, templates: known }, undefined, 2)}\n` : text);
		return EXIT_CLEAN;
	},
};
