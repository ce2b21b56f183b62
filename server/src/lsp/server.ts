/** The language server: each capability is stated beside the handlers that keep it. */
import type { DidChangeConfigurationParams, DidChangeWorkspaceFoldersParams, InitializeParams, InitializeResult } from 'vscode-languageserver-protocol';
import { version } from '../../../package.json';
import { CONFIG_NAMES } from '../core/config/load';
import { nameOf } from '../core/workspace/uri';
import type { Host } from '../hosts/host';
import { registerChanges } from './changes';
import { clockCapability, refreshClock, registerClock } from './clock';
import { codeActionCapability, registerCodeActions } from './codeActions';
import { commandCapability, registerCommands } from './commands';
import { completionCapability, registerCompletion } from './completion';
import { Desk } from './desk';
import { Diagnostics } from './diagnostics';
import { hoverCapability, registerHover } from './hover';
import { TextDocumentSyncKind } from './kinds';
import { outlineCapability, registerOutline } from './outline';
import { registerOwnRequests } from './ownRequests';
import type { Connection } from './rpc';
import { registerTimeZones } from './timeZones';

/** The process or worker that the server runs in. */
export interface Life {
	/** Calls back where a process, the client's, is there no more. */
	whenGone(processId: number, gone: () => void): void;
	end(code: number): void;
}

/** Registers all handlers and starts to listen. */
export function startServer(connection: Connection, host: Host, life: Life): void {
	const desk = new Desk(connection, host);
	const diagnostics = new Diagnostics(desk);
	/** For what many documents depend on: read anew, check anew. */
	const changed = () => {
		desk.forgetReadings();
		diagnostics.refresh();
		refreshClock(desk);
	};

	const end = () => life.end(desk.state === 'shut down' ? 0 : 1);

	connection.onRequest('initialize', (params: InitializeParams): InitializeResult => {
		desk.meet(params);
		if (typeof params.processId === 'number') life.whenGone(params.processId, end);
		host.after(0, () => desk.prepare()); // while the client takes in the answer
		return {
			serverInfo: { name: 'postmortem-language-server', version },
			capabilities: {
				positionEncoding: desk.positions.encoding,
				textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
				workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
				...diagnostics.capability(),
				...codeActionCapability,
				...commandCapability(desk),
				...outlineCapability,
				...hoverCapability,
				...completionCapability,
				...clockCapability,
			},
		};
	});
	connection.onNotification('initialized', () => {
		const { workspace } = desk.client;
		if (workspace?.didChangeWatchedFiles?.dynamicRegistration) register('workspace/didChangeWatchedFiles', { watchers: [{ globPattern: '**/*.{yaml,yml}' }] });
		if (workspace?.didChangeConfiguration?.dynamicRegistration) register('workspace/didChangeConfiguration', { section: 'postmortem' });
		if (workspace?.workspaceFolders) {
			connection.onNotification('workspace/didChangeWorkspaceFolders', ({ event: { added, removed } }: DidChangeWorkspaceFoldersParams) => {
				const gone = new Set(removed.map((folder) => folder.uri));
				desk.folders = [...desk.folders.filter((uri) => !gone.has(uri)), ...added.map((folder) => folder.uri)];
				changed();
			});
		}
	});
	connection.onRequest('shutdown', () => {
		desk.state = 'shut down';
	});
	connection.onNotification('exit', end);
	connection.onNotification('workspace/didChangeConfiguration', ({ settings }: DidChangeConfigurationParams) => {
		desk.settingsChanged(settings);
		diagnostics.refresh();
		refreshClock(desk);
	});
	connection.onNotification('workspace/didChangeWatchedFiles', changed);

	diagnostics.register();
	registerCodeActions(desk);
	registerClock(desk);
	registerCommands(desk);
	registerOutline(desk);
	registerHover(desk);
	registerCompletion(desk);
	registerOwnRequests(desk, changed);
	registerChanges(desk);
	registerTimeZones(desk);
	desk.documents.on('changed', ({ uri }) => {
		if (/\.ya?ml$/i.test(uri)) changed();
	});
	desk.documents.on('closed', ({ uri }) => {
		desk.forgetDocument(uri);
		if ((CONFIG_NAMES as readonly string[]).includes(nameOf(uri))) changed();
	});
	desk.documents.listen(connection);
	connection.listen(end);

	function register(method: string, registerOptions: object): void {
		void connection.sendRequest('client/registerCapability', { registrations: [{ id: method, method, registerOptions }] });
	}
}
