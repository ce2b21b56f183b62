/** Whether a message's parameters are what the protocol says: clients are programs, and programs have faults. */
import type { Position, Range } from 'vscode-languageserver';

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isPosition(value: unknown): value is Position {
	return isObject(value) && isCount(value['line']) && isCount(value['character']);
}

export function isRange(value: unknown): value is Range {
	return isObject(value) && isPosition(value['start']) && isPosition(value['end']);
}

/** @returns what was expected, or `undefined` where all is well. Checks those of the well-known members that are required. */
export function faultIn(params: unknown, required: readonly ('textDocument' | 'position' | 'range' | 'context')[]): string | undefined {
	if (!isObject(params)) return 'params: an object';
	for (const name of required) {
		const value = params[name];
		if (name === 'textDocument' && !(isObject(value) && typeof value['uri'] === 'string')) return 'textDocument: { uri: string }';
		if (name === 'position' && !isPosition(value)) return 'position: { line, character }, whole numbers from 0';
		if (name === 'range' && !isRange(value)) return 'range: { start, end }';
		if (name === 'context' && !isObject(value)) return 'context: an object';
	}
	return undefined;
}

function isCount(value: unknown): boolean {
	return Number.isInteger(value) && (value as number) >= 0;
}
