/** The help texts, made from what each subcommand declares. */
import type { OptionSpecs } from './arguments';
import { optionsOf, type Command } from './command';

export function mainHelp(commands: readonly Command[]): string {
	const width = Math.max(...commands.map((command) => command.name.length)) + 2;
	return [
		'Usage: postmortem COMMAND [OPTIONS] [FILES]',
		'',
		'Reads and checks incident postmortems written in Markdown.',
		'',
		'Commands:',
		...commands.map((command) => `  ${command.name.padEnd(width)}${command.summary}`),
		'',
		'`postmortem COMMAND --help` tells the options of a command, `postmortem --version` the version.',
		'Exit status: 0 clean, 1 findings, 2 the tool could not do its work.',
		'',
	].join('\n');
}

export function commandHelp(command: Command): string {
	return [
		`Usage: postmortem ${command.name} ${command.usage}`.trimEnd(),
		'',
		command.summary,
		'',
		'Options:',
		...optionLines(optionsOf(command)),
		'',
		'Examples:',
		...command.examples.map((example) => `  ${example}`),
		'',
	].join('\n');
}

function optionLines(options: OptionSpecs): string[] {
	const rows = Object.entries(options).map(([name, { short, value, choices, doc }]) => ({
		left: `  ${short ? `-${short}, ` : '    '}--${name}${choices ? ` ${choices.join('|')}` : value ? ` ${value}` : ''}`,
		doc,
	}));
	const width = Math.min(34, Math.max(...rows.map(({ left }) => left.length)) + 2);
	return rows.map(({ left, doc }) => (left.length >= width ? `${left}\n${' '.repeat(width)}${doc}` : left.padEnd(width) + doc));
}
