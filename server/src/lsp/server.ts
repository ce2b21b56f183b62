/** The language server: each capability is stated beside the handlers that keep it. */
import type { InitializeParams, InitializeResult, WorkspaceFolder } from 'vscode-languageserver-protocol';
import { version } from '../../../package.json';
import { CONFIG_NAMES } from '../core/config/load';
import { nameOf } from '../core/workspace/uri';
import type { Host } from '../hosts/host';
import { clockCapability, refreshClock, registerClock } from './clock';
import { codeActionCapability, registerCodeActions } from './codeActions';
import { commandCapability, registerCommands } from './commands';
import { completionCapability, registerCompletion } from './completion';
import { Connection } from './connection/connection';
import type { Transport } from './connection/transport';
import { TextDocumentSyncKind } from './constants';
import { Desk } from './desk';
import { Diagnostics } from './diagnostics';
import { hoverCapability, registerHover } from './hover';
import { outlineCapability, registerOutline } from './outline';
import { registerOwnRequests } from './ownRequests';
import { isObject } from './params';
import { registerTimeZones } from './timeZones';

export interface RunningServer {
	/** Tells the client's log about a fault that no handler caught. */
	logFault(what: string, error: unknown): void;
}

/** Registers all handlers and starts to listen. @param hostFor the host; it may ask the client. */
export function startServer(transport: Transport, hostFor: (connection: Connection) => Host): RunningServer {
	const connection = new Connection(transport);
	const desk = new Desk(connection, hostFor(connection));
	const diagnostics = new Diagnostics(desk);
	/** For what many documents depend on: read anew, check anew. */
	const changed = () => {
		desk.forgetReadings();
		diagnostics.refresh();
		refreshClock(desk);
	};

	const end = () => connection.exit(desk.state === 'shut down' ? 0 : 1);

	connection.onRequest('initialize', (params: InitializeParams): InitializeResult => {
		desk.meet(isObject(params) ? params : ({} as InitializeParams));
		if (typeof params.processId === 'number') desk.host.whenEnded?.(params.processId, end);
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
		const register = (method: string, registerOptions: object) => void connection.sendRequest('client/registerCapability', { registrations: [{ id: method, method, registerOptions }] });
		if (workspace?.didChangeWatchedFiles?.dynamicRegistration) register('workspace/didChangeWatchedFiles', { watchers: [{ globPattern: '**/*.{yaml,yml}' }] });
		if (workspace?.didChangeConfiguration?.dynamicRegistration) register('workspace/didChangeConfiguration', { section: 'postmortem' });
	});
	connection.onNotification('workspace/didChangeWorkspaceFolders', ({ event }: { readonly event: { readonly added: readonly WorkspaceFolder[]; readonly removed: readonly WorkspaceFolder[] } }) => {
		const gone = new Set(event.removed.map((folder) => folder.uri));
		desk.folders = [...desk.folders.filter((uri) => !gone.has(uri)), ...event.added.map((folder) => folder.uri)];
		changed();
	});
	connection.onRequest('shutdown', () => {
		desk.state = 'shut down';
	});
	connection.onNotification('exit', end);
	connection.onNotification('workspace/didChangeConfiguration', ({ settings }: { readonly settings?: unknown }) => {
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
	registerTimeZones(desk);
	desk.documents.onChange((document) => {
		if (/\.ya?ml$/i.test(document.uri)) changed();
	});
	desk.documents.onClose((document) => {
		desk.forgetDocument(document.uri);
		if ((CONFIG_NAMES as readonly string[]).includes(nameOf(document.uri))) changed();
	});
	desk.documents.listen(connection);
	connection.listen(end);
	return desk;
}
