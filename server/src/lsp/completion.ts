/** Completions: what the core offers at a place, as the client can take it. */
import { CompletionItemKind, CompletionTriggerKind, InsertTextFormat, InsertTextMode, MarkupKind, type CompletionItem, type CompletionList, type CompletionParams, type ServerCapabilities } from 'vscode-languageserver';
import { completionsAt } from '../core/features/completion';
import { COMPLETION_TRIGGERS, type Completion, type CompletionKind } from '../core/features/completion/completion';
import type { LineIndex } from '../core/text/lines';
import type { Desk } from './desk';
import { guard } from './guard';

const KINDS: Record<CompletionKind, CompletionItemKind> = {
	value: CompletionItemKind.EnumMember,
	person: CompletionItemKind.Reference,
	time: CompletionItemKind.Event,
	row: CompletionItemKind.Snippet,
	date: CompletionItemKind.Value,
	section: CompletionItemKind.Module,
	field: CompletionItemKind.Field,
	template: CompletionItemKind.File,
};

export const completionCapability: ServerCapabilities = {
	completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS], resolveProvider: true },
};

export function registerCompletion(desk: Desk): void {
	const nothing: CompletionList = { isIncomplete: false, items: [] };
	desk.connection.onCompletion(
		guard(desk, 'textDocument/completion', ['textDocument', 'position'], nothing, async ({ textDocument, position, context: asked }: CompletionParams) => {
			const open = await desk.postmortem(textDocument.uri);
			if (!open) return nothing;
			const { doc, context } = open.reading;
			const trigger = asked?.triggerKind === CompletionTriggerKind.TriggerCharacter ? asked.triggerCharacter : undefined;
			const found = completionsAt(doc, desk.positions.offset(doc.lines, position), { ...context, now: desk.host.now() }, trigger);
			return { isIncomplete: false, items: found.map((each) => toItem(desk, doc.lines, each)) };
		}),
	);
	desk.connection.onCompletionResolve(guard(desk, 'completionItem/resolve', [], undefined as unknown as CompletionItem, (item: CompletionItem) => item));
}

function toItem(desk: Desk, lines: LineIndex, { kind, label, detail, documentation, span, newText, snippet, filterText, sortText }: Completion): CompletionItem {
	const can = desk.client.textDocument?.completion?.completionItem;
	const takesSnippet = snippet !== undefined && can?.snippetSupport === true;
	const takesLabelDetails = can?.labelDetailsSupport === true; // shown beside every label, where `detail` is shown for the selected one alone
	return {
		label,
		kind: KINDS[kind],
		...(detail === '' ? {} : takesLabelDetails ? { labelDetails: { description: detail } } : { detail }),
		...(documentation === '' ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
		filterText,
		sortText,
		insertTextFormat: takesSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
		// Rows that go on in nested items carry their indentation.
		...(desk.client.textDocument?.completion?.completionItem?.insertTextModeSupport ? { insertTextMode: InsertTextMode.asIs } : {}),
		textEdit: { range: desk.positions.range(lines, span), newText: takesSnippet ? snippet : newText },
	};
}
