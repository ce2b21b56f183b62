/**
 * The semantic model: what the tool understood of one document, every part with its span. Plain data; of chunks, sections,
 * timelines and action lists some members are looked up when they are asked for, so that these are picked, not spread.
 */
import type { Person } from '../config/config';
import type { Block, Chunk, FrontMatterBlock, TableBlock } from '../markdown/blocks';
import type { Part } from '../markdown/recall';
import type { TableWidths } from '../markdown/table-print';
import type { LineIndex } from '../text/lines';
import type { TextSpan, Written } from '../text/span';
import type { BusinessHours } from '../time/business-hours';
import type { DateMention, DateOrder } from '../time/date';
import type { TimeMention } from '../time/mention';
import type { CivilDate, Moment } from '../time/moment';
import type { SectionSpec, Template } from '../template/template';
import type { PhaseBy } from './phases';
import type { SectionRole } from './roles';

export interface Postmortem {
	readonly text: string;
	readonly lines: LineIndex;
	readonly verdict: Verdict;
	readonly frontMatter: FrontMatterBlock | undefined;
	readonly blocks: readonly Block[];
	/** The same blocks by the column-0 heading above them, each stretch with what is kept of it. */
	readonly chunks: readonly Chunk[];
	/** The H1, the front matter's title, or the bold or plain line that does its work. */
	readonly title: Written | undefined;
	/** The day the incident began. */
	readonly date: DateReading | undefined;
	/** The order of numeric dates, where the text decides it. */
	readonly dateOrder: DateOrder | undefined;
	/** The zone that the document states for its times as a whole. */
	readonly zone: ZoneReading | undefined;
	/** Every `Name: value` that the document states about itself, in document order. */
	readonly fields: readonly Field[];
	/** All sections in document order, children behind their parent. */
	readonly sections: readonly Section[];
	readonly timelines: readonly Timeline[];
	readonly actionLists: readonly ActionList[];
	readonly phases: Phases;
	readonly durations: readonly StatedDuration[];
	/** People whom the document names: responders, owners, authors, @handles. Each once, at the first place. */
	readonly people: readonly Written[];
	readonly template: TemplateChoice;
	/** All that the document could follow, by the name or path that its front matter may give. */
	readonly templates: ReadonlyMap<string, Template>;
	/** How the template's sections are filled, in template order, nested sections behind their parent. */
	readonly matches: readonly SectionMatch[];
	/** What the config adds: people who may own actions, the day that counts as today. */
	readonly knownPeople: readonly Person[];
	readonly today: CivilDate;
	/** The config's, for tables that are printed. */
	readonly tableWidths: TableWidths;
	/** The config's, for durations that count them alone. */
	readonly businessHours: BusinessHours | undefined;
	/** Zones in which people want to see times: those of the config, then the viewer's. Each once, each one that means one zone. */
	readonly displayZones: readonly DisplayZone[];
}

export interface DisplayZone {
	/** An abbreviation, an offset or an IANA name. */
	readonly name: string;
	readonly from: 'config' | 'viewer';
}

export interface Verdict {
	readonly isPostmortem: boolean;
	readonly because: 'config' | 'front matter' | 'path' | 'heading' | null;
}

export interface DateReading {
	readonly written: Written;
	readonly date: CivilDate;
	/** The other reading of a numeric date that nothing in the document decides. */
	readonly alternative: CivilDate | undefined;
}

export interface ZoneReading {
	readonly written: Written;
	/** Minutes east of UTC on the incident's day, or `undefined` where the name is ambiguous. */
	readonly offset: number | undefined;
	/** Set where an IANA name was written. */
	readonly iana: string | undefined;
}

/** One `Name: value`, in whatever form: list item, line, bold label, table row, front matter key. */
export interface Field {
	/** Canonical: `severity`, `status`, `date`, `owner`, `duration`, `started` …; else the written name in lower case. */
	readonly name: string;
	readonly label: Written;
	/** Without markup around it; empty where nothing is filled in. */
	readonly value: Written;
	readonly form: 'list' | 'line' | 'table' | 'front matter' | 'prose';
	/** The whole line or lines, last line ending included. */
	readonly rowSpan: TextSpan;
}

export type SectionMark = 'atx' | 'setext' | 'bold' | 'label' | 'none';

export interface Section {
	readonly role: SectionRole | undefined;
	/** As written without markup, numbering, emoji and end colon; `undefined` for an opening text without a heading. */
	readonly title: Written | undefined;
	/** 1 to 6; a section that is not marked as a heading stands one below the heading it is under. */
	readonly level: number;
	readonly marked: SectionMark;
	/** The heading line or label without line ending; empty where `marked` is `none` and there is no title. */
	readonly heading: TextSpan;
	/** The heading and all that is under it, subsections included, up to the next section; whole lines. */
	readonly span: TextSpan;
	/** What stands between the heading and the first subsection; starts right behind a label on its line. */
	readonly body: TextSpan;
	/** The blocks of `body`; a paragraph or list that a label cuts is cut. */
	readonly blocks: readonly Block[];
	/** Where what is read from heading and body is kept. */
	readonly part: Part;
	readonly parent: Section | undefined;
	readonly children: readonly Section[];
}

export type Phase = 'started' | 'detected' | 'acknowledged' | 'mitigated' | 'resolved';

export type TimelineShape = 'table' | 'list' | 'nested-list' | 'lines' | 'paragraphs' | 'headings' | 'labels' | 'code' | 'quote' | 'html';

/** One run of events of one shape in one section. */
export interface Timeline {
	readonly section: Section | undefined;
	readonly shape: TimelineShape;
	/** From the first to past the last row: what a rewrite to a table replaces. */
	readonly span: TextSpan;
	readonly entries: readonly TimelineEntry[];
	/** Set where `shape` is `table`. */
	readonly table: TableModel | undefined;
	/** The zone in force for rows that name none, and where it is stated. */
	readonly zone: ZoneReading | undefined;
	/** Every place in the section that states a zone for these rows: its heading, its opening text, day lines, the column. In document order. */
	readonly zonesAbove: readonly Written[];
	/** Where what is made out of its rows is kept. */
	readonly part: Part;
}

export interface TimelineEntry {
	/** The time as written, with its date and zone where they stand beside it. Empty where a row has none. */
	readonly written: Written;
	/** The parts of `written`, with spans in the document; absent where nothing of it could be read. */
	readonly time: TimeMention | undefined;
	/** The date in the row's own date column. */
	readonly dateCell: DateMention | undefined;
	readonly at: Moment | undefined;
	/** The end of a range. */
	readonly until: Moment | undefined;
	/** The zone as written in this row. */
	readonly zone: Written | undefined;
	/** The zone that `at` was read in: the row's, its column's, its day line's, its section's, the document's or the config's (then with an empty span). */
	readonly inZone: Written | undefined;
	/** What happened: with its inline markup, lines joined by a space, other columns left out. */
	readonly text: string;
	/** The stretches of the document that `text` was taken from, in order. */
	readonly textSpans: readonly TextSpan[];
	readonly who: Written | undefined;
	readonly phase: Phase | undefined;
	/** How the row tells its phase; absent where it tells none. */
	readonly phaseBy: PhaseBy | undefined;
	/** The whole row: list item with all that is nested in it, table line, paragraph, heading with its body. No line ending. */
	readonly rowSpan: TextSpan;
	/** The day that a line or heading between the row before and this one states; the rows behind are of that day too. */
	readonly dayAbove: CivilDate | undefined;
	/** The line above that states the day of this row, where it is no heading. */
	readonly dayLine: TextSpan | undefined;
	/** Whether only a day is written, no clock time. */
	readonly dateOnly: boolean;
	/** `approximate` for `~11:30`, `ca 12:00`. */
	readonly approximate: boolean;
}

/** The moment of each phase, and what it was read from. */
export interface Phases {
	readonly started: PhaseReading | undefined;
	readonly detected: PhaseReading | undefined;
	readonly acknowledged: PhaseReading | undefined;
	readonly mitigated: PhaseReading | undefined;
	readonly resolved: PhaseReading | undefined;
}

export interface PhaseReading {
	readonly at: Moment;
	readonly span: TextSpan;
	readonly from: 'field' | 'row' | 'prose';
	/** Set where the time of a field names its zone itself. */
	readonly namesZone?: true;
}

export type DurationKind = 'total' | 'detect' | 'acknowledge' | 'mitigate' | 'resolve';

/** A duration that the document states. */
export interface StatedDuration {
	readonly kind: DurationKind;
	/** What a message calls it: `duration`, `time to repair`. */
	readonly name: string;
	readonly minutes: number;
	readonly approximate: boolean;
	readonly written: Written;
	/** The times that stand beside it in the same sentence: `37 minutes (03:12 - 03:49 UTC)`. */
	readonly range: StatedRange | undefined;
	/** The times in the same sentence, where they are no range: `2 minutes (alert fired at 03:14 UTC)`; of running text those of the paragraph. Without a date where none is written. */
	readonly beside: readonly PhaseReading[];
	readonly from: 'field' | 'prose';
	/** Whether it may be about a part of the incident: then any two times of the document can explain it. */
	readonly isPartial: boolean;
	/** Set where it counts support or business hours alone: the hours of a day as written beside it, in minutes since midnight. */
	readonly workingHours: { readonly from: number | undefined; readonly to: number | undefined } | undefined;
}

export interface StatedRange {
	readonly from: PhaseReading;
	readonly to: PhaseReading;
	/** Set where AM or PM was left out, so that either time may be twelve hours off. */
	readonly halfDaysUnknown: boolean;
}

export type ColumnRole = 'time' | 'date' | 'event' | 'who' | 'phase' | 'action' | 'owner' | 'due' | 'status' | 'priority' | 'ticket' | 'other';

/** A table whose columns are understood. */
export interface TableModel {
	readonly block: TableBlock;
	readonly columns: readonly ColumnModel[];
}

export interface ColumnModel {
	readonly title: Written;
	readonly role: ColumnRole;
}

export type ActionShape = 'table' | 'list' | 'lines' | 'headings' | 'html' | 'prose';

/** One run of action items of one shape in one section. */
export interface ActionList {
	readonly section: Section;
	readonly shape: ActionShape;
	readonly span: TextSpan;
	readonly items: readonly ActionItem[];
	readonly table: TableModel | undefined;
	/** Where what is made out of its items is kept. */
	readonly part: Part;
}

export interface ActionItem {
	/** What is to be done, with its inline markup; without the owner, date and status that were taken out of it. */
	readonly text: string;
	readonly textSpans: readonly TextSpan[];
	readonly owners: readonly Written[];
	/** What stands in the place of an owner and names nobody: `TBD` in `(Owner: TBD)`; not for a cell. */
	readonly ownerPlaceholder: Written | undefined;
	/** From a column, a tag, or the heading above (`P0`, `Immediate`). */
	readonly priority: Written | undefined;
	readonly due: DueReading | undefined;
	readonly status: Written | undefined;
	readonly done: boolean;
	readonly links: readonly Written[];
	/** The whole row or item, nested content included, without line ending. */
	readonly rowSpan: TextSpan;
}

export interface DueReading {
	readonly written: Written;
	readonly date: CivilDate | undefined;
}

export interface TemplateChoice {
	readonly template: Template;
	readonly from: 'document' | 'config' | 'match' | 'default';
	/** 0 to 1: how much of the template's required sections the document has. */
	readonly score: number;
	/** The name as written in the front matter, where it names a template that is not there. */
	readonly unknown: Written | undefined;
}

export interface SectionMatch {
	readonly spec: SectionSpec;
	readonly parent: SectionMatch | undefined;
	/** In document order; more than one is a duplicate, none is missing. */
	readonly sections: readonly Section[];
}
