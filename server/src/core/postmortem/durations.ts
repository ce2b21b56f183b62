/** Durations that the document states: in fields, and in sentences of its opening, summary and impact. */
import type { Block } from '../markdown/blocks';
import { written, type TextSpan } from '../text/span';
import { durationsIn } from '../time/duration';
import type { DurationKind, Field, Section, StatedDuration } from './model';

const FIELDS: Readonly<Record<string, DurationKind>> = { duration: 'total', 'time to detect': 'detect', 'time to mitigate': 'mitigate', 'time to resolve': 'resolve' };
const LASTED = /\b(?:for|lasted|lasting|over|within|span(?:ned|ning)|total(?:l?ing)?|after)\s+(?:a (?:total|period) of\s+)?(?:approximately|about|around|roughly|almost|nearly|over|more than|some|~|just under|just over)?\s*$/i;

export function readDurations(text: string, fields: readonly Field[], lead: readonly Block[], sections: readonly Section[]): readonly StatedDuration[] {
	const found: StatedDuration[] = [];
	for (const field of fields) {
		const kind = FIELDS[field.name];
		const duration = kind && durationsIn(text, field.value.span)[0];
		if (duration) found.push({ kind, minutes: duration.minutes, approximate: duration.approximate, written: written(text, duration.span) });
	}
	if (found.some((each) => each.kind === 'total')) return found;
	const prose = [...lead, ...sections.filter((section) => section.role === 'summary' || section.role === 'impact').flatMap((section) => section.blocks)];
	for (const line of prose.flatMap(linesOf)) {
		for (const duration of durationsIn(text, line)) {
			const before = text.slice(Math.max(line.start, duration.span.start - 60), duration.span.start);
			if (!LASTED.test(before) || /\b(?:every|each|last|past|next)\b\s*$/i.test(before)) continue;
			return [...found, { kind: 'total', minutes: duration.minutes, approximate: duration.approximate, written: written(text, duration.span) }];
		}
	}
	return found;
}

function linesOf(block: Block): readonly TextSpan[] {
	if (block.kind === 'paragraph') return [block.span];
	return block.kind === 'list' ? block.items.flatMap((item) => item.blocks.flatMap(linesOf)) : [];
}
