// A document open in a server, edited as a person types: bursts of characters in words, each then taken back.
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { randomFrom } from './inputs.mjs';
import { LspClient } from './lsp-client.mjs';
import { WORKSPACE } from './peers.mjs';
import { Typist } from './typist.mjs';

export const MARKDOWN_CLIENT = {
	workspace: { configuration: true, workspaceFolders: true, workspaceEdit: { documentChanges: true } },
	textDocument: {
		synchronization: { didSave: true },
		documentSymbol: { hierarchicalDocumentSymbolSupport: true },
		publishDiagnostics: { versionSupport: true, relatedInformation: true },
	},
};

const FOLDER = { name: 'bench', uri: pathToFileURL(WORKSPACE).href };

export class OpenDocument {
	#version = 1;
	#typist;

	/** @param {object} server one of `servers()`. */
	constructor(server, text, random = randomFrom(11)) {
		this.server = server;
		this.uri = `${FOLDER.uri}/postmortems/outage.${server.languageId === 'yaml' ? 'yaml' : 'md'}`;
		this.#typist = new Typist(text, random);
		const capabilities = structuredClone(MARKDOWN_CLIENT);
		if (server.diagnostics === 'pull') capabilities.textDocument.diagnostic = { dynamicRegistration: false };
		this.capabilities = capabilities;
	}

	/** Starts the server. @returns milliseconds until `initialize` was answered. */
	async start() {
		const { command, answers, settings = {}, initializationOptions = {} } = this.server;
		this.client = new LspClient(command, {
			cwd: WORKSPACE,
			answers: {
				'workspace/configuration': ({ items }) => items.map(({ section }) => settings[section] ?? null),
				'workspace/workspaceFolders': () => [FOLDER],
				...answers?.(() => this.text),
			},
		});
		const { capabilities } = await this.client.request('initialize', { processId: process.pid, rootUri: FOLDER.uri, workspaceFolders: [FOLDER], capabilities: this.capabilities, initializationOptions });
		const answered = performance.now() - this.client.spawned;
		this.sendsWhole = (capabilities.textDocumentSync?.change ?? capabilities.textDocumentSync) === 1;
		this.client.notify('initialized', {});
		this.client.notify('workspace/didChangeConfiguration', { settings });
		return answered;
	}

	/** Opens the document. @returns milliseconds until its first diagnostics. */
	async open() {
		const started = performance.now();
		const work = this.client.clientWork;
		const textDocument = { uri: this.uri, languageId: this.server.languageId ?? 'markdown', version: 1, text: this.text };
		const result = await this.#diagnostics(() => this.client.notify('textDocument/didOpen', { textDocument }));
		this.found = (result.items ?? result.diagnostics).length;
		return performance.now() - started - (this.client.clientWork - work);
	}

	/** Types one character. @returns milliseconds until the answer, without what this process itself did. */
	async keystroke(wanted) {
		const change = this.#nextChange();
		const work = this.client.clientWork;
		const started = performance.now();
		if (wanted === 'diagnostics') await this.#diagnostics(() => this.#send(change));
		else {
			this.#send(change);
			await this.client.request('textDocument/documentSymbol', { textDocument: { uri: this.uri } });
		}
		return performance.now() - started - (this.client.clientWork - work);
	}

	/** Ends the server, by force where it does not answer. */
	async close() {
		await this.client?.stop();
	}

	async #diagnostics(act) {
		if (this.server.diagnostics === 'pull') {
			act();
			return this.client.request('textDocument/diagnostic', { textDocument: { uri: this.uri } });
		}
		const published = this.client.notification('textDocument/publishDiagnostics', ({ uri, version }) => uri === this.uri && (version === undefined || version === null || version >= this.#version));
		act();
		return published;
	}

	#send({ change, whole }) {
		this.client.notify('textDocument/didChange', { textDocument: { uri: this.uri, version: this.#version }, contentChanges: [this.sendsWhole ? { text: whole } : change] });
	}

	#nextChange() {
		this.#version++;
		return { change: this.#typist.type(), whole: this.text };
	}

	get text() {
		return this.#typist.text;
	}
}
