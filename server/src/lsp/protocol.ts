/** The requests and notifications that this server and its clients have beyond LSP. The client imports this file alone. */
import type { PostmortemJson } from '../core/features/readJson';
import type { ConversionRefusal } from '../core/rewrites/time-zone';

export type { PostmortemJson } from '../core/features/readJson';
/** By which a client knows that it need not start a server for a document. */
export { mayBePostmortem } from '../core/postmortem/may-be';

/** What the client may say in `initializationOptions`; all of it is optional. */
export interface InitializationOptions {
	/** Settings as under `postmortem.` for clients that have no `workspace/configuration`. */
	readonly settings?: unknown;
	/** Commands that the client carries out itself, such as `postmortem.explainRule`: the server does not offer them. */
	readonly clientCommands?: readonly string[];
	/** Whether the editor outlines Markdown's headings by itself: the server then leaves out those that hold nothing else. */
	readonly outlinesHeadings?: boolean;
	/** The time zone of the person's machine, an IANA name. */
	readonly timeZone?: string;
	/** The person's earlier decisions, by document URI. */
	readonly decisions?: Readonly<Record<string, Decision>>;
}

/** A person's word on whether a document is a postmortem. */
export type Decision = 'postmortem' | 'none';

/** Client → server: {@link ReadParams} → {@link PostmortemJson}; works for files that are not open, too. */
export const READ_REQUEST = 'postmortem/read';
export interface ReadParams {
	readonly textDocument: { readonly uri: string };
}
export type ReadResult = PostmortemJson;

/** Client → server, notification: `Treat this file as a postmortem` and its opposite; `null` takes the decision back. */
export const DECIDE_NOTIFICATION = 'postmortem/decide';
export interface DecideParams {
	readonly uri: string;
	readonly decision: Decision | null;
}

/** Client → server: {@link TemplatesParams} → {@link TemplateInfo}[], the built-in ones first. */
export const TEMPLATES_REQUEST = 'postmortem/templates';
export interface TemplatesParams {
	/** A folder, or a document in it, whose config counts. */
	readonly near?: string;
}
export interface TemplateInfo {
	/** What `newDocument` and front matter take: a built-in's name, or the path as the config has it. */
	readonly name: string;
	readonly title: string;
	readonly description: string;
	readonly builtIn: boolean;
	/** Empty where the template does not list any. */
	readonly severities: readonly { readonly value: string; readonly meaning: string }[];
	/** The one that new documents get where nobody chooses. */
	readonly isDefault: boolean;
}

/** Client → server: renders a new postmortem; writes nothing. {@link NewDocumentParams} → {@link NewDocumentResult}. */
export const NEW_DOCUMENT_REQUEST = 'postmortem/newDocument';
export interface NewDocumentParams {
	/** The workspace folder to put it in, or a document near it; absent: no file name is given. */
	readonly near?: string;
	/** A name of {@link TemplateInfo}; absent: the config's template, else the default. */
	readonly template?: string;
	readonly title: string;
	readonly severity?: string;
	/** The day the incident began, `YYYY-MM-DD`; absent: today. */
	readonly date?: string;
}
export interface NewDocumentResult {
	/** Where the config wants it; absent without `near`. The file may exist already: the client asks or takes another name. */
	readonly uri?: string;
	/** The same, relative to the config's folder or the workspace folder. */
	readonly path: string;
	readonly text: string;
	/** Where the person starts to write, in UTF-16 units from the start of `text`. */
	readonly cursor: number;
}

/**
 * Client → server: what a text from the clipboard can become at a place of an open postmortem; changes nothing.
 * {@link PasteParams} → {@link PasteChoice}[], the likeliest first, none where it is no chat, log or sheet.
 */
export const PASTE_REQUEST = 'postmortem/paste';
/** In UTF-16 units: a longer text becomes nothing, and need not be sent. */
export const LONGEST_PASTE = 1_000_000;
export interface PasteParams {
	readonly textDocument: { readonly uri: string };
	/** As the client counts positions. */
	readonly position: PlainPosition;
	readonly text: string;
	/** Whether the person has said that the text is a chat or log: then one event is enough. Absent: two must be found. */
	readonly asked?: boolean;
	/** The zone of the person's clock, an IANA name: chats are copied with the times that they show there. */
	readonly viewerZone?: string;
}
export interface PasteChoice {
	readonly title: string;
	readonly form: 'rows' | 'table';
	/** Whether hardly anybody would want the bare text here. */
	readonly isLikely: boolean;
	/** For the version of the document that the server has by then. */
	readonly edits: readonly PlainEdit[];
}

/**
 * Client → server: what a command of the client changes in an open postmortem, all in one edit; changes nothing by itself.
 * {@link ChangesParams} → {@link ChangesResult}.
 */
export const CHANGES_REQUEST = 'postmortem/changes';
export interface ChangesParams {
	readonly textDocument: { readonly uri: string };
	/** A cursor or selection: what is offered there comes first; where nothing is, the whole document is meant. */
	readonly range: PlainRange;
	/** A rewrite by its kind, as in `refactor.rewrite.postmortem.KIND`, all safe fixes, or the sections that the template asks for. */
	readonly work: 'timelineToTable' | 'actionsToTable' | 'fixAll' | 'insertMissingSections';
}
export interface ChangesResult {
	/** The version of the document that the edits are for. */
	readonly version: number;
	/** In document order; empty where there is nothing to do. Snippets only for clients that take snippet edits. */
	readonly edits: readonly (PlainEdit | { readonly range: PlainRange; readonly snippet: { readonly value: string } })[];
}
export interface PlainEdit {
	readonly range: PlainRange;
	readonly newText: string;
}

/** Client → server: the zones that the timelines at a place are likely to be converted to; {@link TimelinePlace} → {@link TimeZoneInfo}[]. */
export const TIME_ZONES_REQUEST = 'postmortem/timeZones';
export interface TimelinePlace {
	readonly textDocument: { readonly uri: string };
	/** A cursor or selection; where it touches no timeline, all of the document are meant. */
	readonly range: PlainRange;
}
export interface TimeZoneInfo {
	/** What `convertTimeZone` takes. */
	readonly name: string;
	readonly isViewers: boolean;
}

/** Client → server: {@link ConvertTimeZoneParams} → {@link ConvertTimeZoneResult}; changes nothing by itself. */
export const CONVERT_TIME_ZONE_REQUEST = 'postmortem/convertTimeZone';
export interface ConvertTimeZoneParams extends TimelinePlace {
	/** An abbreviation, an offset or an IANA name. */
	readonly zone: string;
}
export interface ConvertTimeZoneResult {
	/** The version of the document that the edits are for. */
	readonly version: number;
	/** Empty where `refusal` says why. */
	readonly edits: readonly PlainEdit[];
	readonly refusal: ConversionRefusal | 'no postmortem' | null;
}

/** Server → client, where the server has no file system: {@link FileParams} → the text, or `null` where it cannot be read. */
export const READ_FILE_REQUEST = 'postmortem/readFile';
export interface FileParams {
	readonly uri: string;
}
export type ReadFileResult = string | null;

/** Server → client, where the server has no file system: {@link FileParams} of a folder → what it holds, not deeper. */
export const LIST_FILES_REQUEST = 'postmortem/listFiles';
export type ListFilesResult = readonly { readonly name: string; readonly isFolder: boolean }[];

/** Command of the code action `Show documentation for RULE`; its one argument is the rule's id. */
export const EXPLAIN_RULE_COMMAND = 'postmortem.explainRule';
/** Command of the code action `Convert timeline to another time zone…`, by clients that can ask for one; it has no arguments. */
export const PICK_TIME_ZONE_COMMAND = 'postmortem.convertTimelineToTimeZone';
/** Command, by any client: applies all safe fixes to a document; its one argument is the URI. */
export const FIX_ALL_COMMAND = 'postmortem.applyAllFixes';
/** Command of a lens over a timeline, by any client: shows the rows that durations were computed from; {@link ShowRowsArguments}. */
export const SHOW_ROWS_COMMAND = 'postmortem.showRows';
export interface ShowRowsArguments {
	readonly uri: string;
	/** Where the lens stands. */
	readonly at: PlainPosition;
	/** In document order; at least two. */
	readonly rows: readonly PlainRange[];
}

export interface PlainRange {
	readonly start: PlainPosition;
	readonly end: PlainPosition;
}

/** As the client counts positions. */
export interface PlainPosition {
	readonly line: number;
	readonly character: number;
}
