/** What a completion is, and what every source of them is given. */
import type { DocumentContext } from '../../context';
import type { Postmortem, Section } from '../../postmortem/model';
import type { TextSpan } from '../../text/span';

export type CompletionKind = 'value' | 'person' | 'time' | 'row' | 'date' | 'section' | 'field' | 'template';

export interface Completion {
	readonly kind: CompletionKind;
	readonly label: string;
	/** Shown beside the label; empty where there is nothing to add. */
	readonly detail: string;
	/** Markdown; empty where there is nothing to add. */
	readonly documentation: string;
	/** What is replaced: on one line, the cursor in it or at its edge. */
	readonly span: TextSpan;
	/** For clients without snippets. */
	readonly newText: string;
	/** The same with tab stops, where it has holes to fill. */
	readonly snippet: string | undefined;
	/** What is compared with the text between the span's start and the cursor. */
	readonly filterText: string;
	/** `0001` comes before `0002`. */
	readonly sortText: string;
}

/** The place where completions are asked for. */
export interface Cursor {
	readonly doc: Postmortem;
	readonly offset: number;
	readonly context: DocumentContext;
	/** The letter that was typed, or `undefined` where a person asked. */
	readonly trigger: string | undefined;
	/** The line of the cursor, without line ending. */
	readonly line: TextSpan;
	/** What stands on the line before the cursor. */
	readonly before: string;
	/** What stands on the line behind the cursor. */
	readonly after: string;
	/** The innermost section around the cursor. */
	readonly section: Section | undefined;
}

/** A completion before its rank among all others is known. */
export type Offer = Omit<Completion, 'sortText'>;

/** One source of completions, the likeliest first: nothing where it has nothing to say at this place. */
export type CompletionSource = (cursor: Cursor) => readonly Offer[];

/** Text as it stands for itself in a snippet. */
export function escapeSnippet(text: string): string {
	return text.replace(/[\\$}]/g, '\\$&');
}

/** Letters that open the list by themselves: editors keep it shut in Markdown otherwise. */
export const COMPLETION_TRIGGERS: readonly string[] = ['|', '@', ':', ' ', '#', '-', '*'];
