/** What a template says, after loading: plain data, defaults filled in. */
import type { ColumnRole } from '../postmortem/model';
import type { SectionRole } from '../postmortem/roles';
import type { TextSpan } from '../text/span';

export interface Template {
	readonly name: string;
	readonly title: string;
	readonly description: string;
	/** The file it was loaded from as a URI, or `undefined` for a built-in one. */
	readonly uri: string | undefined;
	readonly sections: readonly SectionSpec[];
	readonly fields: readonly FieldSpec[];
	readonly timeline: TimelineSpec;
	readonly actions: ActionsSpec;
}

export interface SectionSpec {
	readonly title: string;
	readonly role: SectionRole | undefined;
	/** Other headings that fill this section, compared without case, numbering, emoji and punctuation. */
	readonly aliases: readonly string[];
	readonly required: boolean;
	/** What to write here: the placeholder of an inserted section. */
	readonly hint: string;
	readonly content: 'prose' | 'timeline' | 'actions' | 'list' | 'fields';
	readonly sections: readonly SectionSpec[];
	/** Where the template file declares it; `undefined` in a built-in template. */
	readonly source: TextSpan | undefined;
	/** Title and aliases in the form in which headings are compared; made anew at each use where it is absent. */
	readonly compared?: ComparedHeadings;
}

export interface ComparedHeadings {
	readonly title: readonly string[];
	readonly alias: readonly string[];
}

export interface FieldSpec {
	/** Canonical name: `severity`, `status`, `date`, `owner` … */
	readonly name: string;
	/** As written in a new document: `Severity`. */
	readonly title: string;
	readonly required: boolean;
	/** Allowed values; empty where anything goes. */
	readonly values: readonly ValueSpec[];
	readonly source: TextSpan | undefined;
}

export interface ValueSpec {
	readonly value: string;
	/** Shown beside the value in completions. */
	readonly meaning: string;
	readonly aliases: readonly string[];
}

export interface TableColumnSpec {
	readonly title: string;
	readonly role: ColumnRole;
}

export interface TimelineSpec {
	readonly columns: readonly TableColumnSpec[];
	/** Longest silence between two rows before a hint, in minutes. */
	readonly gapMinutes: number;
}

export interface ActionsSpec {
	readonly columns: readonly TableColumnSpec[];
	readonly statuses: readonly ValueSpec[];
	readonly priorities: readonly ValueSpec[];
}
