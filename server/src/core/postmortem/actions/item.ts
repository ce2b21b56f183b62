/** One action from the stretches of text that tell it. */
import { linksIn, plainText } from '../../markdown/inline';
import { contains, type TextSpan, type Written } from '../../text/span';
import type { ActionItem } from '../model';
import type { ActionContext } from './context';
import { joinParts, withoutTags } from './cut-tags';
import { dueIn } from './due';
import { ownersIn } from './owners';
import { priorityIn } from './priority';
import { saysDone, statusIn } from './status';

const NOTHING = /^[^\p{L}\p{N}]*(?:none|n\/a|nothing|(?:there are )?no (?:action|further|follow|items|open)|keine|aucune?|ninguna?|nenhuma?|ingen|なし|無し|特になし|无|無|없음|해당 ?없음)(?!\p{L})[^.]{0,60}\.?$|^[^\p{L}\p{N}]*(?:tbd|tba|tbc|todo|未定|待定)[^\p{L}\p{N}]*$/iu;

export interface ItemOptions {
	/** From the heading above. */
	readonly priority: Written | undefined;
	/** The state of the item's box. */
	readonly checked?: boolean | undefined;
}

/** What an action's own text says about it besides what is to be done. */
export interface Said extends Pick<ActionItem, 'text' | 'textSpans' | 'owners' | 'ownerPlaceholder' | 'due' | 'status'> {
	readonly priority: Written | undefined;
}

/** `undefined` where the text names nothing to be done. */
export function readItem(context: ActionContext, spans: readonly TextSpan[], rowSpan: TextSpan, { priority, checked }: ItemOptions): ActionItem | undefined {
	const source = spans.map(({ start, end }) => context.text.slice(start, end)).join(' ');
	const plain = plainText(source);
	if (!/[\p{L}\p{N}]/u.test(plain) || NOTHING.test(plain)) return undefined;
	const said = readSaid(context, spans);
	const isStruck = /^\s*~~[^~]+~~\W*$/.test(source);
	return {
		...said, priority: said.priority ?? priority, links: eachOnce(stretches(context.text, spans).flatMap((span) => linksIn(context.text, span))), rowSpan,
		done: checked ?? (said.status ? saysDone(said.status.text) : isStruck),
	};
}

/** Lines of one paragraph as one: a link may be wrapped. */
function stretches(text: string, spans: readonly TextSpan[]): TextSpan[] {
	const out: TextSpan[] = [];
	for (const span of spans) {
		const last = out.at(-1);
		if (last && /^\s*$/.test(text.slice(last.end, span.start))) out[out.length - 1] = { start: last.start, end: span.end };
		else out.push(span);
	}
	return out;
}

/** The first of each that are written alike. */
export function eachOnce(links: readonly Written[]): readonly Written[] {
	return [...new Map([...links].reverse().map((link) => [link.text, link])).values()].reverse();
}

export function readSaid(context: ActionContext, spans: readonly TextSpan[]): Said {
	const { text } = context;
	const whole = { start: spans[0]!.start, end: spans.at(-1)!.end };
	const status = statusIn(text, whole);
	const owners = ownersIn(context, whole);
	const due = dueIn(context, whole);
	const priority = priorityIn(text, whole);
	const cuts = [status?.cut, owners?.cut, due?.cut, priority?.cut].filter((cut) => cut !== undefined);
	const textSpans = withoutTags(text, spans, cuts) ?? [...new Set(cuts)].reduce<readonly TextSpan[]>((kept, cut) => withoutTags(text, kept, [cut].filter((one) => kept.some((span) => contains(span, one)))) ?? kept, spans);
	return { text: joinParts(text, textSpans), textSpans, owners: owners?.value ?? [], ownerPlaceholder: owners?.placeholder, due: due?.value, status: status?.value, priority: priority?.value };
}
