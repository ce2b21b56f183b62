/** Entry in every host: one file, because the client's library is most of it. */
import type * as vscode from 'vscode';
import { activateIn } from '../extension';
import { workerClient } from './browser';
import { processClient } from './node';

export { deactivate } from '../extension';

const isNode = typeof process === 'object' && typeof process.versions?.node === 'string';

export function activate(context: vscode.ExtensionContext): void {
	activateIn(context, isNode ? processClient : workerClient);
}
