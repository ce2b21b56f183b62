/** What is shown about time: hints in the rows of a timeline, and a lens over it. */
import { CodeLensRefreshRequest, InlayHintRefreshRequest, type CodeLens, type InlayHint, type Range, type ServerCapabilities } from 'vscode-languageserver';
import { codeLenses } from '../core/features/codeLenses';
import { inlayHints } from '../core/features/inlayHints';
import type { Desk } from './desk';
import { guard } from './guard';
import { SHOW_ROWS_COMMAND, type ShowRowsArguments } from './protocol';

export const clockCapability: ServerCapabilities = { inlayHintProvider: true, codeLensProvider: { resolveProvider: false } };

interface DocumentParams {
	readonly textDocument: { readonly uri: string };
}

export function registerClock(desk: Desk): void {
	const { connection } = desk;
	connection.languages.inlayHint.on(
		guard(desk, 'textDocument/inlayHint', ['textDocument', 'range'], [] as InlayHint[], async ({ textDocument, range }: DocumentParams & { readonly range: Range }) => {
			const [open, settings] = await Promise.all([desk.postmortem(textDocument.uri), desk.settings(textDocument.uri)]);
			if (!open) return [];
			const { doc } = open.reading;
			const within = { start: desk.positions.offset(doc.lines, range.start), end: desk.positions.offset(doc.lines, range.end) };
			const hints = inlayHints(doc, within, { sinceStart: settings['inlayHints.sinceStart'], sincePrevious: settings['inlayHints.sincePrevious'] });
			return hints.map(({ offset, label, tooltip }): InlayHint => ({ position: desk.positions.range(doc.lines, { start: offset, end: offset }).start, label, tooltip, paddingLeft: true }));
		}),
	);
	connection.onCodeLens(
		guard(desk, 'textDocument/codeLens', ['textDocument'], [] as CodeLens[], async ({ textDocument }: DocumentParams) => {
			const [open, settings] = await Promise.all([desk.postmortem(textDocument.uri), desk.settings(textDocument.uri)]);
			if (!open || !settings['codeLens.durations']) return [];
			const { doc } = open.reading;
			return codeLenses(doc).map(({ span, title, rows }): CodeLens => {
				const range = desk.positions.range(doc.lines, span);
				const argument: ShowRowsArguments = { uri: textDocument.uri, at: range.start, rows: rows.map((row) => desk.positions.range(doc.lines, row)) };
				return { range, command: { title, command: SHOW_ROWS_COMMAND, arguments: [argument] } };
			});
		}),
	);
}

/** After a setting has changed: the client asks anew, where it can be told to. */
export function refreshClock({ client, connection }: Desk): void {
	if (client.workspace?.inlayHint?.refreshSupport) void connection.sendRequest(InlayHintRefreshRequest.type);
	if (client.workspace?.codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type);
}
