/** The one connection to the language server: started with the first document that concerns it, never before. */
import * as vscode from 'vscode';
import { RevealOutputChannelOn, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import { DECIDE_NOTIFICATION, EXPLAIN_RULE_COMMAND, PICK_TIME_ZONE_COMMAND, SHOW_ROWS_COMMAND, type DecideParams, type InitializationOptions } from '../../server/src/lsp/protocol';
import type { Decisions } from './decisions';
import { answerFileRequests } from './files';
import { whenSeen } from './seen';

export type CreateClient = (context: vscode.ExtensionContext, options: LanguageClientOptions) => BaseLanguageClient;

/**
 * Documents that the server sees: those that a person can change. Those of other schemes are earlier versions, and texts
 * that are only shown. Other YAML is in it because any YAML file may be a template; the server ignores the rest.
 */
function documentSelector(): { scheme: string; language?: string; pattern?: string }[] {
	const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
	const schemes = [...new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', ...folders])];
	return schemes.flatMap((scheme) => [{ scheme, language: 'markdown' }, { scheme, language: 'yaml' }, { scheme, pattern: '**/.postmortem.{yaml,yml}' }]);
}

export class Session implements vscode.Disposable {
	readonly output = vscode.window.createOutputChannel('Postmortem', { log: true });
	#waiting: vscode.Disposable | undefined;
	#client: BaseLanguageClient | undefined;
	#started: Promise<BaseLanguageClient> | undefined;

	constructor(
		private readonly context: vscode.ExtensionContext,
		private readonly createClient: CreateClient,
		private readonly decisions: Decisions,
	) {}

	startWhenSeen(): void {
		this.#waiting = whenSeen(this.decisions, () => {
			this.#stopWaiting();
			this.client().catch((error: unknown) => this.#reportFailedStart(error));
		});
	}

	/** Whether a document has started the server: nothing else need wait for it. */
	get isRunning(): boolean {
		return this.#started !== undefined;
	}

	/** The running client; starts it where nobody has yet. A failed start is tried again by the next caller. */
	client(): Promise<BaseLanguageClient> {
		this.#started ??= this.#start().catch((error: unknown) => {
			this.#started = undefined;
			this.#client = undefined;
			throw error;
		});
		return this.#started;
	}

	async request<Params, Result>(method: string, params: Params): Promise<Result> {
		return (await this.client()).sendRequest<Result>(method, params);
	}

	async restart(): Promise<void> {
		await this.stop();
		await this.client();
	}

	async stop(): Promise<void> {
		this.#stopWaiting();
		const client = this.#client;
		this.#client = undefined;
		this.#started = undefined;
		// A client that is still starting, or whose server hangs, rejects: it is dropped either way.
		await client?.dispose().catch((error: unknown) => this.output.warn(`The server did not stop: ${String(error)}`));
	}

	dispose(): void {
		this.#stopWaiting();
		this.output.dispose();
	}

	async #start(): Promise<BaseLanguageClient> {
		const initializationOptions: InitializationOptions = {
			clientCommands: [EXPLAIN_RULE_COMMAND, SHOW_ROWS_COMMAND, PICK_TIME_ZONE_COMMAND],
			outlinesHeadings: vscode.extensions.getExtension('vscode.markdown-language-features') !== undefined,
			timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
			decisions: this.decisions.all(),
		};
		const client = this.createClient(this.context, {
			documentSelector: documentSelector(),
			outputChannel: this.output,
			revealOutputChannelOn: RevealOutputChannelOn.Never,
			initializationOptions,
			initializationFailedHandler: () => false,
			diagnosticPullOptions: { onChange: true, onSave: true, onTabs: false },
		});
		this.#client = client;
		answerFileRequests(client);
		await client.start();
		return client;
	}

	/** Tells a running server; one that starts later gets all decisions with its first message. */
	async sendDecision(params: DecideParams): Promise<void> {
		if (!this.isRunning && params.decision !== 'postmortem') return;
		await (await this.client()).sendNotification(DECIDE_NOTIFICATION, params);
	}

	async #reportFailedStart(error: unknown): Promise<void> {
		this.output.error(`The server did not start: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
		const show = vscode.l10n.t('Show Output');
		const answer = await vscode.window.showErrorMessage(vscode.l10n.t('Postmortem: the language server did not start.'), show);
		if (answer === show) this.output.show();
	}

	#stopWaiting(): void {
		this.#waiting?.dispose();
		this.#waiting = undefined;
	}
}
