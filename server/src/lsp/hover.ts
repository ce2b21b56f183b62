/** Hover, as Markdown where the client shows it. */
import type { Hover, HoverParams, ServerCapabilities } from 'vscode-languageserver-protocol';
import { hoverAt } from '../core/features/hover';
import type { Desk } from './desk';
import { answer } from './guard';

export const hoverCapability: ServerCapabilities = { hoverProvider: true };

export function registerHover(desk: Desk): void {
	answer(desk, 'textDocument/hover', ['textDocument', 'position'], null as Hover | null, async ({ textDocument, position }: HoverParams): Promise<Hover | null> => {
		const open = await desk.postmortem(textDocument.uri);
		if (!open) return null;
		const { doc, findings } = open.reading;
		const hover = hoverAt(doc, findings, desk.positions.offset(doc.lines, position));
		return hover ? { range: desk.positions.range(doc.lines, hover.span), contents: { kind: 'markdown', value: hover.markdown } } : null;
	});
}
