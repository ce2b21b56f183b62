/** What a subcommand is: its help, its options and what it does. */
import { SHARED_OPTIONS, type Arguments, type OptionSpecs } from './arguments';
import type { Io } from './io';

export interface Command {
	readonly name: string;
	/** What stands behind the name in the usage line. */
	readonly usage: string;
	readonly summary: string;
	/** Options beyond the shared ones, or shared ones with other words. */
	readonly options: OptionSpecs;
	readonly examples: readonly string[];
	/** The exit status. */
	run(args: Arguments, io: Io): Promise<number>;
}

export function optionsOf(command: Command): OptionSpecs {
	return { ...SHARED_OPTIONS, ...command.options };
}
