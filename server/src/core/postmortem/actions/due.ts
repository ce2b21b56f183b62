/** When an action is due: a cell, `due 2024-03-01`, `(by Friday)`, `期限：3月5日`, a date in brackets at the end. */
import { unwrapped } from '../../markdown/inline';
import { written, type TextSpan } from '../../text/span';
import { completeDate, dateAt, datesIn } from '../../time/date';
import type { DueReading } from '../model';
import type { ActionContext, Tag } from './context';
import { withoutEnd } from './cut-tags';
import { duePhrase } from './due-phrases';
import { isNobody } from './owners';

/** A label that says nothing but that a day follows. */
const LABEL = /(?<![\p{L}\p{N}])(?:\*\*|__)?(?:due(?: date| by| on)?|deadline|target(?: date)?|eta|completed? by|expected(?: by)?|timeline|timeframe|fecha límite|vencimiento|plazo|prazo|échéance|date limite|fällig(?: (?:am|bis))?|frist|対応?期限|期日|完了予定日?|截止(?:日期|时间)?|期限|마감일?|기한|hạn(?: chót)?|срок)\s{0,2}(?:\*\*|__)?\s?[:：]?\s{0,2}(?:\*\*|__)?\s{0,2}/giu;
/** Words of a sentence that a day follows. */
const PREPOSITION = /(?<![\p{L}\p{N}])(?:by(?: the)?|before|until|no later than|not later than|bis(?: zum)?|spätestens(?: am)?|avant(?: le)?|d['’]ici(?: le| au)?|pour le|antes del?|para el|hasta el|até(?: [ao])?|innen|før|до)\s{1,2}/giu;
const WITHIN = /(?<![\p{L}\p{N}])(?=(?:within|in the next) )/giu;
/** What "within two days" is said of where it is the behaviour of a machine or a promise to customers. */
const PROMISE = /\b(?:alert|page|detect|acknowledg|ack|respon|notif|recover|restor|retain|retention|expir|sl[ao]s?|rto|rpo|delet|keep|remov|rotat|guarantee|fail ?over|appear|arriv)/i;
const END = /^[\s*_)\]）】.,;!]*$/;
const CALENDAR = /📅\s?/gu;

export function dueInCell({ text, order, date }: ActionContext, cell: TextSpan): DueReading | undefined {
	const at = unwrapped(text, cell);
	const source = text.slice(at.start, at.end);
	if (isNobody(source)) return undefined;
	const found = datesIn(text, order, at.start, at.end)[0];
	if (found) return { written: written(text, at), date: completeDate(found, date) };
	const phrase = duePhrase(source.replace(/^(?:by|before|until|due) /i, ''), date);
	return { written: written(text, at), date: phrase?.date };
}

export function dueIn(context: ActionContext, at: TextSpan): Tag<DueReading> | undefined {
	const source = context.text.slice(at.start, at.end);
	return labelled() ?? inSentence() ?? within() ?? betweenDashes() ?? atEnd();

	function labelled(): Tag<DueReading> | undefined {
		for (const pattern of [LABEL, CALENDAR]) {
			for (const label of source.matchAll(pattern)) {
				const start = at.start + label.index;
				const due = dayAt(context, start + label[0].length, at.end);
				if (due) return { value: due, cut: { start, end: due.written.span.end } };
			}
		}
		return undefined;
	}

	/** In brackets and at the end behind a comma nothing is lost with the words; within a sentence they stay. */
	function inSentence(): Tag<DueReading> | undefined {
		for (const word of source.matchAll(PREPOSITION)) {
			const due = dayAt(context, at.start + word.index + word[0].length, at.end);
			if (due) return { value: due, cut: undefined };
		}
		const until = /(?<![\p{L}\p{N}])(?=\d{1,2}[/月])\S{3,10}(?:まで|迄|前)/u.exec(source);
		const due = until && dayAt(context, at.start + until.index, at.end);
		return due ? { value: due, cut: undefined } : undefined;
	}

	function within(): Tag<DueReading> | undefined {
		for (const word of source.matchAll(WITHIN)) {
			const due = dayAt(context, at.start + word.index, at.end);
			if (!due) continue;
			const before = source.slice(0, word.index);
			const isApart = /(?:^|[([（,;:–—|-])[\s*_]*$/.test(before);
			const isAtEnd = END.test(source.slice(due.written.span.end - at.start));
			if (isApart || (isAtEnd && !PROMISE.test(before))) return { value: due, cut: undefined };
		}
		return undefined;
	}

	/** ` — 2024-03-01 — ` */
	function betweenDashes(): Tag<DueReading> | undefined {
		for (const dash of source.matchAll(/\s[-–—]\s{1,2}(?=\d{1,4}[-/.年]\d|\p{Lu}\p{L}{2,8}\.? \d)/gu)) {
			const due = dayAt(context, at.start + dash.index + dash[0].length, at.end);
			if (due && /^\s[-–—]\s/.test(source.slice(due.written.span.end - at.start))) return { value: due, cut: due.written.span };
		}
		return undefined;
	}

	/** `(2024-03-01)`, ` - 2024-03-01`, ` - Friday` */
	function atEnd(): Tag<DueReading> | undefined {
		const tail = /(?:[([（【]|\s[-–—→|@]\s|\s\|)\s{0,2}([^\s([（【|][^([（【|]{2,30})$/u.exec(withoutEnd(source, ' \t\r\n*_)]）】.,;!'));
		if (!tail) return undefined;
		const start = at.start + tail.index + tail[0].length - tail[1]!.length;
		const due = dayAt(context, start, at.end);
		return due && END.test(source.slice(due.written.span.end - at.start)) ? { value: due, cut: due.written.span } : undefined;
	}
}

/** The day that begins at the offset. */
function dayAt({ text, order, date }: ActionContext, start: number, end: number): DueReading | undefined {
	const found = dateAt(text, start, order);
	if (found && found.span.end <= end) return { written: written(text, found.span), date: completeDate(found, date) };
	const source = text.slice(start, Math.min(end, start + 60));
	const phrase = duePhrase(source, date);
	if (phrase) return { written: written(text, { start, end: start + phrase.length }), date: phrase.date };
	const named = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)(?:day)?,?\s/i.exec(source);
	return named ? dayAt({ text, order, date, names: new Set() }, start + named[0].length, end) : undefined;
}
