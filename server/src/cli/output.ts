/** Where a report goes: standard output or a file, never over what was read. */
import { promises } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure';
import type { Arguments } from './arguments';
import type { Io } from './io';

/** The options and the world of one run. */
export interface Run {
	readonly args: Arguments;
	readonly io: Io;
}

/** Checked before any work is done. @throws Failure where `--output` names one of the files that are read. */
export async function requireFreeOutput(run: Run, uris: readonly string[]): Promise<void> {
	const output = run.args.text('output');
	if (output === undefined) return;
	const target = await realPath(path.resolve(run.io.cwd, output));
	for (const uri of uris) {
		if ((await realPath(fileURLToPath(uri))) === target) throw new Failure(`unexpected \`--output ${output}\`: it is one of the files to read`);
	}
}

/** @param text whole, or in parts. @throws Failure where the file cannot be written. */
export async function writeReport(run: Run, text: string | Iterable<string> | AsyncIterable<string>): Promise<void> {
	const output = run.args.text('output');
	const parts = typeof text === 'string' ? [text] : text;
	if (output === undefined) {
		for await (const part of parts) run.io.out(part);
		return;
	}
	try {
		await promises.writeFile(path.resolve(run.io.cwd, output), parts);
	} catch (error) {
		throw new Failure(`${output}: cannot be written (${(error as { code?: string }).code ?? String(error)})`);
	}
}

export function wantsColour(run: Run): boolean {
	const { env, isTerminal } = run.io;
	if (run.args.flag('no-color') || (env['NO_COLOR'] ?? '') !== '' || run.args.text('output') !== undefined) return false;
	return isTerminal || (env['FORCE_COLOR'] ?? '0') !== '0';
}

function realPath(file: string): Promise<string> {
	return promises.realpath(file).catch(() => file);
}
