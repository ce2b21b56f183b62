/** Command-line options: those shared by all subcommands, and the parsing with one clear line for each mistake. */
import { parseArgs } from 'node:util';
import { isRealDate, type CivilDate } from '../core/time/moment';
import { Failure } from './failure';
import { didYouMean } from './suggest';

export interface OptionSpec {
	readonly type: 'string' | 'boolean';
	readonly short?: string;
	/** `FILE` in `--output FILE`. */
	readonly value?: string;
	readonly choices?: readonly string[];
	readonly doc: string;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

export const SHARED_OPTIONS = {
	config: { type: 'string', value: 'FILE', doc: 'use this config file for all documents' },
	template: { type: 'string', value: 'NAME', doc: 'the template for documents that name none' },
	output: { type: 'string', short: 'o', value: 'FILE', doc: 'write to a file instead of standard output' },
	stdin: { type: 'boolean', doc: 'read one document from standard input' },
	'stdin-filename': { type: 'string', value: 'NAME', doc: 'the name of the document on standard input' },
	quiet: { type: 'boolean', short: 'q', doc: 'no notes and no summary' },
	'no-color': { type: 'boolean', doc: 'no colours (also: NO_COLOR in the environment)' },
	'as-of': { type: 'string', value: 'DATE', doc: 'what "today" is, YYYY-MM-DD' },
	help: { type: 'boolean', short: 'h', doc: 'show this help' },
} as const satisfies OptionSpecs;

export interface Arguments {
	/** As the person wrote them. */
	readonly written: readonly string[];
	readonly positionals: readonly string[];
	/** The value of a string option, or `undefined`. */
	text(name: string): string | undefined;
	flag(name: string): boolean;
}

/** @throws Failure on an unknown option, a missing value, a value that is not one of the choices. */
export function parseArguments(args: readonly string[], specs: OptionSpecs): Arguments {
	const options = Object.fromEntries(Object.entries(specs).map(([name, { type, short }]) => [name, { type, multiple: true as const, ...(short ? { short } : {}) }]));
	const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
	const values = new Map<string, string>();
	const flags = new Set<string>();
	const positionals: string[] = [];
	for (const token of tokens) {
		if (token.kind === 'positional') positionals.push(token.value);
		if (token.kind !== 'option') continue;
		const spec = specs[token.name];
		if (!spec || !Object.hasOwn(specs, token.name)) {
			const names = Object.keys(specs).map((name) => `--${name}`);
			throw new Failure(`unknown option \`${token.rawName}\`${didYouMean(token.rawName, names) || ', see `postmortem --help`'}`);
		}
		if (spec.type === 'boolean') {
			if (token.value !== undefined) throw new Failure(`unexpected value for \`--${token.name}\`, expected none`);
			flags.add(token.name);
			continue;
		}
		const value = token.value;
		if (value === undefined || value === '' || (!token.inlineValue && value.length > 1 && value.startsWith('-'))) throw new Failure(`missing value for \`--${token.name}\`, expected ${spec.value ?? 'a value'}`);
		if (spec.choices && !spec.choices.includes(value)) throw new Failure(`unexpected \`--${token.name} ${value}\`, expected one of ${spec.choices.join(', ')}${didYouMean(value, spec.choices)}`);
		values.set(token.name, value);
	}
	return { written: args, positionals, text: (name) => values.get(name), flag: (name) => flags.has(name) };
}

/** @throws Failure where the text is no day. */
export function parseDate(option: string, text: string): CivilDate {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	const date = match && { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
	if (!date || !isRealDate(date)) throw new Failure(`unexpected \`--${option} ${text}\`, expected a day as YYYY-MM-DD`);
	return date;
}

/** @throws Failure where the text is no whole number from 0. */
export function parseCount(option: string, text: string): number {
	if (!/^\d{1,9}$/.test(text)) throw new Failure(`unexpected \`--${option} ${text}\`, expected a whole number from 0`);
	return Number(text);
}
