/** The language server: each capability is stated beside the handlers that keep it. */
import {
	DidChangeWatchedFilesNotification, DidChangeConfigurationNotification, TextDocumentSyncKind, type Connection, type InitializeParams, type InitializeResult,
} from 'vscode-languageserver';
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
import { outlineCapability, registerOutline } from './outline';
import { registerOwnRequests } from './ownRequests';
import { isObject } from './params';
import { registerTimeZones } from './timeZones';

/** Registers all handlers and starts to listen. */
export function startServer(connection: Connection, host: Host): void {
	const desk = new Desk(connection, host);
	const diagnostics = new Diagnostics(desk);
	/** For what many documents depend on: read anew, check anew. */
	const changed = () => {
		desk.forgetReadings();
		diagnostics.refresh();
		refreshClock(desk);
	};

	connection.onInitialize((params: InitializeParams): InitializeResult => {
		desk.meet(isObject(params) ? params : ({} as InitializeParams));
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
	connection.onInitialized(() => {
		const { workspace } = desk.client;
		if (workspace?.didChangeWatchedFiles?.dynamicRegistration) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*.{yaml,yml}' }] });
		if (workspace?.didChangeConfiguration?.dynamicRegistration) void connection.client.register(DidChangeConfigurationNotification.type, { section: 'postmortem' });
		if (workspace?.workspaceFolders) {
			connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
				const gone = new Set(removed.map((folder) => folder.uri));
				desk.folders = [...desk.folders.filter((uri) => !gone.has(uri)), ...added.map((folder) => folder.uri)];
				changed();
			});
		}
	});
	connection.onShutdown(() => {
		desk.state = 'shut down';
	});
	connection.onDidChangeConfiguration((params) => {
		desk.settingsChanged(isObject(params) ? params.settings : undefined);
		diagnostics.refresh();
		refreshClock(desk);
	});
	connection.onDidChangeWatchedFiles(changed);

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
	desk.documents.onDidChangeContent(({ document }) => {
		if (/\.ya?ml$/i.test(document.uri)) changed();
	});
	desk.documents.onDidClose(({ document }) => {
		desk.forgetDocument(document.uri);
		if ((CONFIG_NAMES as readonly string[]).includes(nameOf(document.uri))) changed();
	});
	desk.documents.listen(connection);
	connection.listen();
}
