/** One call of `postmortem`: finds the subcommand, and turns what went wrong into one line and an exit status. */
import { version } from '../../../package.json';
import { actions } from './actions';
import { parseArguments } from './arguments';
import { optionsOf, type Command } from './command';
import { convert } from './convert';
import { explain } from './explain';
import { EXIT_CLEAN, EXIT_FAILURE, Failure } from './failure';
import { commandHelp, mainHelp } from './help';
import type { Io } from './io';
import { lint } from './lint';
import { newCommand } from './new';
import { read } from './read';
import { stats } from './stats';
import { didYouMean } from './suggest';
import { templates } from './templates';
import { printableLine } from './terminal';

const COMMANDS: readonly Command[] = [lint, read, convert, newCommand, actions, stats, templates, explain];

/** The exit status. Never rejects. */
export async function run(args: readonly string[], io: Io): Promise<number> {
	try {
		return await dispatch(args, io);
	} catch (error) {
		const line = error instanceof Failure ? error.message : `internal error, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
		io.err(`postmortem: ${printableLine(line)}\n`);
		return EXIT_FAILURE;
	}
}

async function dispatch([name, ...rest]: readonly string[], io: Io): Promise<number> {
	if (name === undefined) {
		io.err(mainHelp(COMMANDS));
		return EXIT_FAILURE;
	}
	if (name === '--version' || name === '-v') {
		io.out(`${version}\n`);
		return EXIT_CLEAN;
	}
	if (name === '--help' || name === '-h' || name === 'help') {
		const about = COMMANDS.find((command) => command.name === rest[0]);
		io.out(about ? commandHelp(about) : mainHelp(COMMANDS));
		return EXIT_CLEAN;
	}
	const command = COMMANDS.find((each) => each.name === name);
	const names = COMMANDS.map((each) => each.name);
	if (!command) throw new Failure(name.startsWith('-') ? `unexpected option \`${name}\` before a command, expected one of ${names.join(', ')}` : `unknown command \`${name}\`${didYouMean(name, names) || `, expected one of ${names.join(', ')}`}`);
	const parsed = parseArguments(rest, optionsOf(command));
	if (parsed.flag('help')) {
		io.out(commandHelp(command));
		return EXIT_CLEAN;
	}
	return command.run(parsed, io);
}
