/** The numbers and names of the protocol that this server uses: the library's own lists would all come into the bundle. */

export const TextDocumentSyncKind = { Incremental: 2 } as const;
export const MessageType = { Info: 3 } as const;

export const DiagnosticSeverity = { Error: 1, Warning: 2, Information: 3, Hint: 4 } as const;
export const DiagnosticTag = { Unnecessary: 1 } as const;

export const CodeActionKind = { QuickFix: 'quickfix', RefactorRewrite: 'refactor.rewrite', SourceFixAll: 'source.fixAll' } as const;
export const CodeActionTriggerKind = { Automatic: 2 } as const;

export const CompletionItemKind = { Field: 5, Module: 9, Value: 12, Snippet: 15, File: 17, Reference: 18, EnumMember: 20, Event: 23 } as const;
export const CompletionTriggerKind = { TriggerCharacter: 2 } as const;
export const InsertTextFormat = { PlainText: 1, Snippet: 2 } as const;
export const InsertTextMode = { asIs: 1 } as const;

export const SymbolKind = { File: 1, String: 15, Boolean: 17, Event: 24 } as const;
export const SymbolTag = { Deprecated: 1 } as const;
