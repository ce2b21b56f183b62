/** The open documents. What crosses an `await` is a snapshot: `TextDocument` itself is edited in place. */
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams } from 'vscode-languageserver-protocol';
import { LineIndex } from '../core/text/lines';
import { nameOf } from '../core/workspace/uri';
import { isRange } from './params';
import type { Positions } from './positions';
import type { Connection } from './rpc';

/** One version of one open document. */
export interface Snapshot {
	readonly uri: string;
	readonly version: number;
	readonly text: string;
	readonly isYaml: boolean;
}

export function snapshotOf(document: TextDocument): Snapshot {
	return {
		uri: document.uri,
		version: document.version,
		text: document.getText(),
		isYaml: document.languageId === 'yaml' || /\.ya?ml$/i.test(nameOf(document.uri)),
	};
}

/** What happens to a document; an opened one counts as changed, too. */
export type DocumentEvent = 'opened' | 'changed' | 'saved' | 'closed';
type Listener = (document: TextDocument) => void;

export class Documents {
	readonly #open = new Map<string, TextDocument>();
	readonly #listeners: Record<DocumentEvent, Listener[]> = { opened: [], changed: [], saved: [], closed: [] };

	/** @param positions asked for at each change: what client and server agree on is known after the first message only. */
	constructor(private readonly positions: () => Positions) {}

	get(uri: string): TextDocument | undefined {
		return this.#open.get(uri);
	}

	all(): TextDocument[] {
		return [...this.#open.values()];
	}

	on(event: DocumentEvent, listener: Listener): void {
		this.#listeners[event].push(listener);
	}

	listen(connection: Connection): void {
		connection.onNotification('textDocument/didOpen', ({ textDocument: { uri, languageId, version, text } }: DidOpenTextDocumentParams) => {
			const document = TextDocument.create(uri, languageId, version, text);
			this.#open.set(uri, document);
			this.#tell('opened', document);
			this.#tell('changed', document);
		});
		connection.onNotification('textDocument/didChange', ({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams) => {
			const document = this.#open.get(uri);
			if (!document || contentChanges.length === 0) return;
			if (version === null || version === undefined) throw new Error(`Unexpected change of ${uri}, expected one with a version`);
			this.#update(document, contentChanges, version);
			this.#tell('changed', document);
		});
		connection.onNotification('textDocument/didSave', ({ textDocument }: DidSaveTextDocumentParams) => {
			const document = this.#open.get(textDocument.uri);
			if (document) this.#tell('saved', document);
		});
		connection.onNotification('textDocument/didClose', ({ textDocument }: DidCloseTextDocumentParams) => {
			const document = this.#open.get(textDocument.uri);
			this.#open.delete(textDocument.uri);
			if (document) this.#tell('closed', document);
		});
	}

	#update(document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number): void {
		if (this.positions().encoding === 'utf-16') TextDocument.update(document, changes, version);
		else for (const change of changes) TextDocument.update(document, [this.#inUtf16(document, change)], version);
	}

	#inUtf16(document: TextDocument, change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
		if (!('range' in change) || !isRange(change.range)) return change;
		const lines = new LineIndex(document.getText());
		const { start, end } = this.positions().span(lines, change.range);
		return { range: { start: lines.positionAt(start), end: lines.positionAt(end) }, text: change.text };
	}

	#tell(event: DocumentEvent, document: TextDocument): void {
		for (const listener of this.#listeners[event]) listener(document);
	}
}
