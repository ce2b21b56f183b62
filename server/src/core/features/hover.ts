/** What a person is told where the pointer rests: about a finding, an allowed value, a time, a section. Markdown, document text escaped. */
import type { Postmortem, Section } from '../postmortem/model';
import { RULES } from '../rules';
import type { Finding } from '../rules/rule';
import { allowedValue } from '../template/values';
import type { ValueSpec } from '../template/template';
import { contains, type TextSpan } from '../text/span';
import { formatDate } from '../time/moment';
import { escapeMarkdown, inlineCode } from './escapeMarkdown';
import { ruleHref } from './ruleHref';
import { timeHover } from './time-hover';

export interface Hover {
	readonly span: TextSpan;
	readonly markdown: string;
}

/** `undefined` where there is nothing to tell, and where the document is no postmortem. */
export function hoverAt(doc: Postmortem, findings: readonly Finding[], offset: number): Hover | undefined {
	if (!doc.verdict.isPostmortem) return undefined;
	const at = { start: offset, end: offset };
	const here = findings.filter(({ span }) => contains(span, at));
	const hovers = [valueHover(doc, at) ?? timeHover(doc, offset) ?? rowHover(doc, at) ?? dayHover(doc, at) ?? sectionHover(doc, at), ...findingHovers(here)].filter((hover) => hover !== undefined);
	const smallest = hovers.reduce<TextSpan | undefined>((least, { span }) => (least && least.end - least.start <= span.end - span.start ? least : span), undefined);
	return smallest && { span: smallest, markdown: hovers.map(({ markdown }) => markdown).join('\n\n---\n\n') };
}

/** The whole page of one rule; of several rules what tells them apart. */
function findingHovers(findings: readonly Finding[]): Hover[] {
	const rules = [...new Set(findings.map(({ rule }) => rule))];
	return rules.flatMap((id) => {
		const rule = RULES.find((each) => each.id === id);
		if (!rule) return [];
		const parts = rule.page().split('<!-- /metadata -->').at(-1)!.trim().split(/^## /m).filter((part) => part.trim() !== '');
		const shown = rules.length === 1 ? parts : parts.filter((part) => part.startsWith('Why'));
		const page = shown.map((part) => `#### ${part.trim().replace(/^```md .*$/gm, '```md')}`).join('\n\n');
		const head = `**[${id}](${ruleHref(id)})**: ${rule.summary}`;
		return [{ span: findings.find((finding) => finding.rule === id)!.span, markdown: `${head}\n\n${page}`.trim() }];
	});
}

/** What a severity, status, priority or other listed value means. */
function valueHover(doc: Postmortem, at: TextSpan): Hover | undefined {
	const { template } = doc.template;
	const field = doc.fields.find(({ value }) => value.text !== '' && contains(value.span, at));
	const specs = field && template.fields.find(({ name }) => name === field.name);
	if (field && specs) return meaningOf(doc, field.value.span, specs.values, specs.title);
	for (const item of doc.actionLists.flatMap(({ items }) => items)) {
		if (item.status && contains(item.status.span, at)) return meaningOf(doc, item.status.span, template.actions.statuses, 'Status');
		if (item.priority && contains(item.priority.span, at)) return meaningOf(doc, item.priority.span, template.actions.priorities, 'Priority');
	}
	return undefined;
}

function meaningOf(doc: Postmortem, span: TextSpan, values: readonly ValueSpec[], title: string): Hover | undefined {
	const spec = allowedValue(values, doc.text.slice(span.start, span.end));
	if (!spec) return undefined;
	const others = values.map((each) => `- ${each === spec ? `**\`${each.value}\`**` : `\`${each.value}\``} ${escapeMarkdown(each.meaning)}`).join('\n');
	return { span, markdown: `**${escapeMarkdown(title)} \`${spec.value}\`**: ${escapeMarkdown(spec.meaning)}\n\n${others}` };
}

/** The day of the incident, where the document states it. */
function dayHover(doc: Postmortem, at: TextSpan): Hover | undefined {
	if (!doc.date || doc.date.written.text === '' || !contains(doc.date.written.span, at)) return undefined;
	const { date, alternative, written } = doc.date;
	return { span: written.span, markdown: `The day of the incident: \`${formatDate(date)}\`${alternative ? `. It can also be read as \`${formatDate(alternative)}\`` : ''}` };
}

/** Rows of a timeline that have no time of day. */
function rowHover(doc: Postmortem, at: TextSpan): Hover | undefined {
	const entry = doc.timelines.flatMap(({ entries }) => entries).find(({ written }) => written.text !== '' && contains(written.span, at));
	if (!entry) return undefined;
	return { span: entry.written.span, markdown: entry.at?.date ? `\`${formatDate(entry.at.date)}\`, no time of day` : 'This time cannot be read.' };
}

function sectionHover(doc: Postmortem, at: TextSpan): Hover | undefined {
	const section = doc.sections.find(({ heading, title }) => title !== undefined && contains(heading, at));
	if (!section) return undefined;
	const match = doc.matches.find(({ sections }) => sections.includes(section));
	if (!match && !section.role) return undefined;
	const { template } = doc.template;
	const lines = [`**${roleText(section)}**`];
	if (match) lines.push(`Fills ${inlineCode(match.spec.title)} of the template \`${template.name}\`${match.spec.required ? ', which requires it' : ''}.`);
	if (match?.spec.hint) lines.push(escapeMarkdown(match.spec.hint));
	return { span: section.heading, markdown: lines.join('\n\n') };
}

function roleText({ role }: Section): string {
	return role === undefined ? 'Section' : `Section: ${role.replaceAll('-', ' ')}`;
}
