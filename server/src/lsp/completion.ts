/** Completion. The lists are short: an item is whole from the start, and resolving gives it back. */
import { CompletionItemKind, CompletionTriggerKind, InsertTextFormat, InsertTextMode, MarkupKind, type CompletionItem, type CompletionParams, type ServerCapabilities } from 'vscode-languageserver';
import { COMPLETION_TRIGGERS, completionsAt, type Completion, type CompletionKind } from '../core/features/completion';
import type { Desk, OpenReading } from './desk';
import { guard } from './guard';

export const completionCapability: ServerCapabilities = { completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS], resolveProvider: true } };

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
	value: CompletionItemKind.EnumMember,
	person: CompletionItemKind.Variable,
	time: CompletionItemKind.Event,
	row: CompletionItemKind.Snippet,
	date: CompletionItemKind.Constant,
	section: CompletionItemKind.Module,
	field: CompletionItemKind.Field,
	template: CompletionItemKind.File,
};

export function registerCompletion(desk: Desk): void {
	desk.connection.onCompletion(
		guard(desk, 'textDocument/completion', ['textDocument', 'position'], [] as CompletionItem[], async ({ textDocument, position, context }: CompletionParams) => {
			const open = await desk.postmortem(textDocument.uri);
			if (!open) return [];
			const { doc } = open.reading;
			const trigger = context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? context.triggerCharacter : undefined;
			return completionsAt(doc, desk.positions.offset(doc.lines, position), { ...open.reading.context, now: desk.host.now() }, trigger).map((completion) => toItem(desk, open, completion));
		}),
	);
	desk.connection.onCompletionResolve(guard(desk, 'completionItem/resolve', [], undefined as unknown as CompletionItem, (item: CompletionItem) => item));
}

function toItem(desk: Desk, { reading }: OpenReading, { kind, label, detail, documentation, span, newText, snippet, filterText, sortText }: Completion): CompletionItem {
	const can = desk.client.textDocument?.completion?.completionItem;
	const takesMarkdown = can?.documentationFormat?.includes(MarkupKind.Markdown);
	const isSnippet = snippet !== undefined && can?.snippetSupport === true;
	return {
		label, filterText, sortText,
		kind: KINDS[kind],
		...(detail ? { detail } : {}),
		...(documentation ? { documentation: { kind: takesMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: documentation } } : {}),
		insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
		...(can?.insertTextModeSupport ? { insertTextMode: InsertTextMode.asIs } : {}),
		textEdit: { range: desk.positions.range(reading.doc.lines, span), newText: isSnippet ? snippet : newText },
	};
}
