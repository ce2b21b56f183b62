/** The open documents. What crosses an `await` is a snapshot: `TextDocument` itself is edited in place. */
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { TextDocuments, type TextDocumentsConfiguration } from 'vscode-languageserver';
import { LineIndex } from '../core/text/lines';
import { nameOf } from '../core/workspace/uri';
import { isRange } from './params';
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

/** @param positions asked for at each change: what client and server agree on is known after the first message only. */
export function createDocuments(positions: () => Positions): TextDocuments<TextDocument> {
	const configuration: TextDocumentsConfiguration<TextDocument> = {
		create: (uri, languageId, version, content) => TextDocument.create(uri, languageId, version, content),
		update(document, changes, version) {
			if (positions().encoding === 'utf-16') return TextDocument.update(document, changes, version);
			for (const change of changes) TextDocument.update(document, [inUtf16(document, change)], version);
			return document;
		},
	};
	return new TextDocuments(configuration);

	function inUtf16(document: TextDocument, change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
		if (!('range' in change) || !isRange(change.range)) return change;
		const lines = new LineIndex(document.getText());
		const { start, end } = positions().span(lines, change.range);
		return { range: { start: lines.positionAt(start), end: lines.positionAt(end) }, text: change.text };
	}
}
