/** The numbers and words of LSP that this server sends or asks for. The library's tables of all of them are longer than its work. */
import type * as lsp from 'vscode-languageserver-protocol';

export const CodeActionKind = { QuickFix: 'quickfix', RefactorRewrite: 'refactor.rewrite', SourceFixAll: 'source.fixAll' } as const;

export const CompletionItemKind = { Field: 5, Module: 9, Value: 12, Snippet: 15, File: 17, Reference: 18, EnumMember: 20, Event: 23 } as const;
export type CompletionItemKind = lsp.CompletionItemKind;
export const CompletionTriggerKind = { TriggerCharacter: 2 } as const;
export const InsertTextFormat = { PlainText: 1, Snippet: 2 } as const;
export const InsertTextMode = { asIs: 1 } as const;

export const DiagnosticSeverity = { Error: 1, Warning: 2, Information: 3, Hint: 4 } as const;
export type DiagnosticSeverity = lsp.DiagnosticSeverity;
export const DiagnosticTag = { Unnecessary: 1 } as const;
export const DocumentDiagnosticReportKind = { Full: 'full', Unchanged: 'unchanged' } as const;

export const MarkupKind = { Markdown: 'markdown' } as const;

export const MessageType = { Error: 1, Warning: 2, Info: 3 } as const;
export type MessageType = lsp.MessageType;

export const SymbolKind = { File: 1, String: 15, Boolean: 17, Event: 24 } as const;
export type SymbolKind = lsp.SymbolKind;
export const SymbolTag = { Deprecated: 1 } as const;

export const TextDocumentSyncKind = { Incremental: 2 } as const;

export const ErrorCodes = {
	InvalidRequest: -32600, MethodNotFound: -32601, InvalidParams: -32602, InternalError: -32603, ServerNotInitialized: -32002,
	RequestCancelled: -32800, ContentModified: -32801,
} as const;
