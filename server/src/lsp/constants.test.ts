import assert from 'node:assert/strict';
import * as library from 'vscode-languageserver-protocol';
import * as ours from './constants';

describe('the constants of LSP', () => {
	const theirs: Record<string, object> = { ...(library as unknown as Record<string, object>), ErrorCodes: { ...library.ErrorCodes, ...library.LSPErrorCodes } };
	for (const [name, values] of Object.entries(ours)) it(`has ${name} as the protocol has it`, () => assert.deepEqual(values, Object.fromEntries(Object.keys(values).map((key) => [key, (theirs[name] as Record<string, unknown>)[key]]))));
});
