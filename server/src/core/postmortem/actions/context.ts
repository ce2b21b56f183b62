import type { TextSpan, Written } from '../../text/span';
import type { DateOrder } from '../../time/date';
import type { CivilDate } from '../../time/moment';
import type { ActionList } from '../model';

/** What the readers of action items know of the document. */
export interface ActionContext {
	readonly text: string;
	readonly order: DateOrder | undefined;
	/** The day the incident began: the year of due dates that state none, and what "by Friday" counts from. */
	readonly date: CivilDate | undefined;
	/** People whom the document names elsewhere, in lower case, each by the whole name and by its first word. */
	readonly names: ReadonlySet<string>;
}

/** What is said about an action in its own text: `(Owner: Kim)`, `by Friday`, `[P1]`. */
export interface Tag<Value = Written> {
	readonly value: Value;
	/** The stretch that says nothing else, which the text can do without; `undefined` where a sentence needs it. */
	readonly cut: TextSpan | undefined;
}

/** A run of action items as it is read, before it is kept. */
export type FoundList = Omit<ActionList, 'part'>;
