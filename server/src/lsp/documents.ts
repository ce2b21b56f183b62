/** The open documents. What crosses an `await` is a snapshot: `TextDocument` itself is edited in place. */
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { LineIndex } from '../core/text/lines';
import { nameOf } from '../core/workspace/uri';
import type { Connection } from './connection/connection';
import { isObject, isRange } from './params';
import type { Positions } from './positions';

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

type Listener = (document: TextDocument) => void;

/** Kept as the client says; what it says of a document that is not open, or in a form that the protocol does not know, is passed over. */
export class OpenDocuments {
	readonly #documents = new Map<string, TextDocument>();
	readonly #listeners: Record<'open' | 'change' | 'save' | 'close', Listener[]> = { open: [], change: [], save: [], close: [] };

	/** @param positions asked for at each change: what client and server agree on is known after the first message only. */
	constructor(private readonly positions: () => Positions) {}

	get(uri: string): TextDocument | undefined {
		return this.#documents.get(uri);
	}

	all(): TextDocument[] {
		return [...this.#documents.values()];
	}

	onOpen(listener: Listener): void {
		this.#listeners.open.push(listener);
	}

	/** Called when a document was opened, too. */
	onChange(listener: Listener): void {
		this.#listeners.change.push(listener);
	}

	onSave(listener: Listener): void {
		this.#listeners.save.push(listener);
	}

	onClose(listener: Listener): void {
		this.#listeners.close.push(listener);
	}

	listen(connection: Connection): void {
		connection.onNotification('textDocument/didOpen', ({ textDocument }: { readonly textDocument?: unknown }) => {
			if (!isObject(textDocument)) return;
			const { uri, languageId, version, text } = textDocument;
			if (typeof uri !== 'string' || typeof text !== 'string' || typeof version !== 'number') return;
			const document = TextDocument.create(uri, String(languageId), version, text);
			this.#documents.set(uri, document);
			this.#tell('open', document);
			this.#tell('change', document);
		});
		connection.onNotification('textDocument/didChange', ({ textDocument, contentChanges }: { readonly textDocument?: unknown; readonly contentChanges?: unknown }) => {
			const document = this.#named(textDocument);
			const version = isObject(textDocument) ? textDocument['version'] : undefined;
			if (!document || typeof version !== 'number' || !Array.isArray(contentChanges)) return;
			const changes = contentChanges.filter(isChange);
			if (changes.length === 0) return;
			this.#update(document, changes, version);
			this.#tell('change', document);
		});
		connection.onNotification('textDocument/didSave', ({ textDocument }: { readonly textDocument?: unknown }) => {
			const document = this.#named(textDocument);
			if (document) this.#tell('save', document);
		});
		connection.onNotification('textDocument/didClose', ({ textDocument }: { readonly textDocument?: unknown }) => {
			const document = this.#named(textDocument);
			if (!document) return;
			this.#documents.delete(document.uri);
			this.#tell('close', document);
		});
	}

	#named(textDocument: unknown): TextDocument | undefined {
		return isObject(textDocument) ? this.#documents.get(String(textDocument['uri'])) : undefined;
	}

	#tell(event: 'open' | 'change' | 'save' | 'close', document: TextDocument): void {
		for (const listener of this.#listeners[event]) listener(document);
	}

	#update(document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number): void {
		if (this.positions().encoding === 'utf-16') TextDocument.update(document, changes, version);
		else for (const change of changes) TextDocument.update(document, [this.#inUtf16(document, change)], version);
	}

	#inUtf16(document: TextDocument, change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
		if (!('range' in change)) return change;
		const lines = new LineIndex(document.getText());
		const { start, end } = this.positions().span(lines, change.range);
		return { range: { start: lines.positionAt(start), end: lines.positionAt(end) }, text: change.text };
	}
}

function isChange(change: unknown): change is TextDocumentContentChangeEvent {
	return isObject(change) && typeof change['text'] === 'string' && (change['range'] === undefined || isRange(change['range']));
}
