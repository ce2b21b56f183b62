/** What must hold for every quick fix of every finding, as a list of breaches. */
import type { Postmortem } from '../../server/src/core/postmortem/model';
import type { Finding, Fix } from '../../server/src/core/rules/rule';
import { applyEdits, type SpanEdit } from '../../server/src/core/text/edit';
import { columnTitles, strangeEnding, type Breach, type Law } from './rewrite-laws';
import { lostParts } from './words';

export interface FixOptions {
	/** With the template of that name, else with the one that the text resembles most. */
	readonly read: (text: string, template?: string) => Postmortem;
	readonly lint: (doc: Postmortem) => readonly Finding[];
	/** Which findings of one rule are tried, by their number; all where it is absent. */
	readonly isTried?: (rule: string, index: number) => boolean;
}

/** Rules whose fix writes one value in the place of another: what it replaces may vanish, nothing else. */
const REPLACING: ReadonlySet<string> = new Set(['field-not-allowed', 'time-zone-mixed', 'time-zone-not-in-force', 'time-zone-mismatch', 'date-ambiguous', 'date-implausible', 'duration-mismatch', 'text-mojibake', 'suppression-unknown', 'blame-language', 'cell-not-allowed']);
/** What such a fix may take away at most, in UTF-16 units. */
const LONGEST_VALUE = 160;

/** The text after a fix is checked by the same template, although it may come to resemble another one more. */
export function applyFixes(text: string, { read, lint, isTried = () => true }: FixOptions): { applied: Record<string, number>; breaches: Breach[] } {
	const doc = read(text);
	const template = doc.template.template.name;
	const findings = lint(doc);
	const known = counted(lint(read(text, template)));
	const applied: Record<string, number> = {};
	const breaches: Breach[] = [];
	const seen: Record<string, number> = {};
	for (const finding of findings) {
		const index = (seen[finding.rule] = (seen[finding.rule] ?? -1) + 1);
		if (!isTried(finding.rule, index)) continue;
		for (const fix of finding.fixes()) {
			applied[finding.rule] = (applied[finding.rule] ?? 0) + 1;
			breaches.push(...breachesOf(text, known, finding, fix, (after) => lint(read(after, template))));
		}
	}
	return { applied, breaches };
}

function breachesOf(before: string, known: ReadonlyMap<string, number>, finding: Finding, fix: Fix, lint: (text: string) => readonly Finding[]): Breach[] {
	const breaches: Breach[] = [];
	let after = '';
	const breach = (law: Law, detail: string) => breaches.push({ kind: finding.rule, law, title: fix.title, detail: `${finding.message}: ${detail}`, after });
	try {
		after = applyEdits(before, fix.edits);
	} catch (error) {
		breach('edits apart', String(error));
		return breaches;
	}
	if (after === before) breach('twice is once', 'offered, and changes nothing');
	const strange = strangeEnding(before, after);
	if (strange) breach('line endings', strange);
	if (REPLACING.has(finding.rule)) {
		const taken = fix.edits.reduce((sum, { span }) => sum + span.end - span.start, 0);
		const lost = lostParts(before, after);
		if (lost.length > 0 && taken > LONGEST_VALUE * fix.edits.length) breach('no words lost', lost.slice(0, 8).join(' '));
	} else {
		const lost = lostParts(before, after, excused(finding, before, after));
		if (lost.length) breach('no words lost', lost.slice(0, 8).join(' '));
	}
	const left = lint(after);
	const start = movedTo(finding.span.start, fix.edits);
	if (left.some((other) => other.rule === finding.rule && other.message === finding.message && other.span.start === start)) breach('finding gone', 'still there');
	const fresh = [...counted(left)].find(([error, count]) => count > (known.get(error) ?? 0));
	if (fresh) breach('no new error', fresh[0]);
	return breaches;
}

/** What a fix may take away: titles of columns that repeat what a label said, a heading that is there twice, a word that only keeps a place. */
function excused({ rule, span }: Finding, before: string, after: string): readonly string[] {
	const faulty = before.slice(span.start, span.end);
	if (rule === 'action-unstructured') return columnTitles(after);
	return rule === 'section-duplicate' || /^\W*TB[DA]\W*$/i.test(faulty) ? [faulty] : [];
}

/** Where an offset of the old text is in the new one. */
function movedTo(offset: number, edits: readonly SpanEdit[]): number {
	return edits.filter(({ span }) => span.end <= offset && span.start < offset).reduce((at, { span, newText }) => at + newText.length - (span.end - span.start), offset);
}

/** Errors by what is unexpected: where a section is to go changes with those around it. A hint to fill in is what was asked for. */
function counted(findings: readonly Finding[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { rule, message } of findings.filter(({ severity, rule: id }) => severity === 'error' && id !== 'placeholder-left')) {
		const error = `${rule}: ${message.replace(/, expected .*$/s, '')}`;
		counts.set(error, (counts.get(error) ?? 0) + 1);
	}
	return counts;
}
