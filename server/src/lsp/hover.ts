/** Hover, as Markdown where the client shows it. */
import { MarkupKind, type Hover, type HoverParams, type ServerCapabilities } from 'vscode-languageserver';
import { hoverAt } from '../core/features/hover';
import type { Desk } from './desk';
import { guard } from './guard';

export const hoverCapability: ServerCapabilities = { hoverProvider: true };

export function registerHover(desk: Desk): void {
	desk.connection.onHover(
		guard(desk, 'textDocument/hover', ['textDocument', 'position'], null as Hover | null, async ({ textDocument, position }: HoverParams) => {
			const open = await desk.postmortem(textDocument.uri);
			if (!open) return null;
			const { doc, findings } = open.reading;
			const hover = hoverAt(doc, findings, desk.positions.offset(doc.lines, position));
			return hover ? { range: desk.positions.range(doc.lines, hover.span), contents: { kind: MarkupKind.Markdown, value: hover.markdown } } : null;
		}),
	);
}
