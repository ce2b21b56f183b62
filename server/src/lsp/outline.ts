/** The outline and what can be folded. */
import { SymbolKind, SymbolTag, type DocumentSymbol, type FoldingRange, type ServerCapabilities } from 'vscode-languageserver';
import { documentSymbols, type OutlineSymbol } from '../core/features/documentSymbols';
import { foldingRanges } from '../core/features/foldingRanges';
import type { LineIndex } from '../core/text/lines';
import type { Desk } from './desk';
import { guard } from './guard';

interface DocumentParams {
	readonly textDocument: { readonly uri: string };
}

const KINDS: Record<OutlineSymbol['kind'], SymbolKind> = { document: SymbolKind.File, heading: SymbolKind.String, section: SymbolKind.String, event: SymbolKind.Event, action: SymbolKind.Boolean };

export const outlineCapability: ServerCapabilities = { documentSymbolProvider: { label: 'Postmortem' }, foldingRangeProvider: true };

export function registerOutline(desk: Desk): void {
	desk.connection.onDocumentSymbol(
		guard(desk, 'textDocument/documentSymbol', ['textDocument'], [] as DocumentSymbol[], async ({ textDocument }: DocumentParams) => {
			const open = await desk.postmortem(textDocument.uri);
			const headings = desk.options.outlinesHeadings === true ? 'around' : 'all';
			return open ? documentSymbols(open.reading.doc, headings).map((symbol) => toSymbol(desk, open.reading.doc.lines, symbol)) : [];
		}),
	);
	desk.connection.onFoldingRanges(
		guard(desk, 'textDocument/foldingRange', ['textDocument'], [] as FoldingRange[], async ({ textDocument }: DocumentParams) => {
			const open = await desk.postmortem(textDocument.uri);
			return open ? foldingRanges(open.reading.doc).map(({ startLine, endLine, kind }) => ({ startLine, endLine, ...(kind ? { kind } : {}) })) : [];
		}),
	);
}

function toSymbol(desk: Desk, lines: LineIndex, { kind, name, detail, isDone, span, selection, children }: OutlineSymbol): DocumentSymbol {
	return {
		name,
		...(detail === '' ? {} : { detail }),
		kind: KINDS[kind],
		...(isDone ? { tags: [SymbolTag.Deprecated] } : {}),
		range: desk.positions.range(lines, span),
		selectionRange: desk.positions.range(lines, selection),
		children: children.map((child) => toSymbol(desk, lines, child)),
	};
}
