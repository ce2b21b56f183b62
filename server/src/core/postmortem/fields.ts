/** What a document states about itself as `Name: value`: in lists, lines, tables, front matter, and severity in prose. */
import type { Block, FrontMatterBlock, ListBlock, ParagraphBlock, TableBlock } from '../markdown/blocks';
import { plainText, unwrapped } from '../markdown/inline';
import type { LineIndex } from '../text/lines';
import { oncePerText } from '../text/once';
import { trimmed, written, type TextSpan } from '../text/span';
import { labelOf } from './labels';
import { durationAt } from '../time/duration';
import type { Field, Section } from './model';
import type { SectionRole } from './roles';
import type { Lead } from './section-tree';

/** In lower case. */
const NAMES: readonly (readonly [string, RegExp])[] = [
	['severity', /^(?:incident |issue |final |initial )?(?:severity|sev)(?: level| rating| class(?:ification)?)?$|^(?:impact|incident) level$|^gravedad$|^severidade?$|^gravité$|^sévérité$|^schweregrad$|^alvorlighetsgrad$|^重大度$|^深刻度$|^严重(?:程度|级别|性)$|^심각도$/u],
	['status', /^(?:incident |document |doc |current |postmortem |report )?(?:status|state)$|^estado$|^statut$|^ステータス$|^状態$|^状态$|^상태$/u],
	['date', /^(?:incident |event |outage )?(?:date|day)(?:\(s\)|s)?(?: of (?:the )?(?:incident|event|outage|occurrence))?$|^date (?:occurred|of incident)$|^(?:fecha|data|datum|dato|jour)(?: (?:del|do|de l'|des) ?(?:incidente?|vorfalls))?$|^日付$|^発生日時?$|^日期$|^发生日期$|^날짜$|^발생일$/u],
	['started', /^(?:incident |issue |fault |outage |impact |event )?(?:start(?:ed|s)?|begin|began|onset|started at|opened|occur(?:red|s)|occurrence|start time|start date|time started|start date\/time|start of (?:incident|outage|impact)|from|introduced|since|broken since)(?: time| at| on)?(?: \([^()]*\))?$|^(?:hora de )?(?:inicio|início|début|beginn|anfang|inizio|begin|aanvang|starttid)(?: (?:del?|do|da|de l['’]|der|des|dell['’]|van (?:het|de)) ?(?:incidente?|incidents?|impacto|interrupción|interrupção|störung|vorfalls|ausfalls|panne|storing))?$|^(?:開始(?:時刻|日時)?|发生时间|开始时间|발생 시각|시작)$/u],
	['detected', /^(?:first |incident |issue |fault |time )?(?:detect(?:ed|ion)?|discovered|discovery|identified|reported|noticed)(?: at| time| on)?$|^(?:detección|detecção|detectad[oa](?: (?:a las?|em|às))?|détectée?(?: [àl]e?)?|détection|erkannt(?: um| am)?|entdeckt(?: um| am)?|erkennung|rilevat[oa]|rilevamento|ontdekt|gedetecteerd|oppdaget|検知(?:時刻|日時)?|发现时间|탐지)$/u],
	['acknowledged', /^(?:time )?(?:acknowledged|ack(?:'d)?|responded|response time)(?: at)?$|^(?:incident )?declared(?: at)?$/u],
	['mitigated', /^(?:incident |issue |service |time )?(?:mitigated|mitigation|contained|stabili[sz]ed|repaired)(?: at| time)?$/u],
	['resolved', /^(?:incident |issue |outage |impact |event |time )?(?:end(?:ed|s)?|resolved|recovered|restored|closed|finish(?:ed)?|fixed|end time|end date|resolved at|end date\/time|end of (?:incident|outage|impact)|resolution time|to|until)(?: time| at| on)?(?: \([^()]*\))?$|^(?:hora de )?(?:fin|fim|ende|fine|einde|slutt(?:tid)?)(?: (?:del?|do|da|de l['’]|der|des|dell['’]|van (?:het|de)) ?(?:incidente?|incidents?|impacto|interrupción|interrupção|störung|vorfalls|ausfalls|panne|storing))?$|^(?:resuelto|resuelta|resolución|resolvid[oa]|resolução|résolue?|résolution|behoben(?: um| am)?|gelöst|risolto|risoluzione|opgelost|hersteld|løst|復旧(?:時刻|日時)?|終了(?:時刻|日時)?|恢复时间|结束时间|복구 시각|종료)$/u],
	['duration', /^(?:total |incident |outage |impact |overall |downtime |user-facing )*(?:duration|downtime|length|time of outage|outage time)(?: of (?:the )?(?:incident|outage|impact))?$|^(?:duración|duração|durée|dauer|varighet|影響時間|継続時間|持续时间|지속 시간)$/u],
	['time to detect', /^(?:mean )?(?:time[ -]to[ -]det\p{L}+|ttd|mttd|detection time)$/u],
	['time to acknowledge', /^(?:mean )?(?:time[ -]to[ -]ack\p{L}*|tta|mtta)$/u],
	['time to mitigate', /^(?:mean )?(?:time[ -]to[ -](?:mitig\p{L}+|stabil\p{L}+)|ttm|mttm)$/u],
	['time to resolve', /^(?:mean )?(?:time[ -]to[ -](?:full[ -])?(?:resol\p{L}+|recover\p{L}*|repair|restore|fix)|ttr|mttr)$/u],
	['commander', /^(?:incident )?(?:commander|ic|manager|lead|leader|coordinator)(?: \(ic\))?$/u],
	['owner', /^(?:post-?mortem |document |report |incident |review )?(?:owners?|driver|responsible|dri)$|^(?:responsable|responsável|担当者|负责人|담당자)$/u],
	['authors', /^(?:report )?(?:authors?(?:\(s\))?|written by|prepared by|reported by|reporter|report(?:ed)? author|自|autor(?:es)?|auteur|verfasser|作成者|作者|작성자)$/u],
	['responders', /^(?:responders?|participants?|attendees|people involved|team|on-?call(?: engineer)?|involved|incident responders?|primary|secondary|escalation)$/u],
	['time zone', /^(?:time ?zone|tz|zona horaria|fuso horário|zeitzone|タイムゾーン|时区)$/u],
	['service', /^(?:affected |impacted )?(?:services?|systems?|components?|product)(?: affected| impacted)?(?:\(s\))?$/u],
	['id', /^(?:incident |issue )?(?:id|number|no\.?|#|key)$/u],
	['template', /^template$/u],
	['title', /^(?:title|incident title|incident name)$/u],
];

const ELSEWHERE: ReadonlySet<SectionRole> = new Set(['timeline', 'actions', 'lessons', 'prevention', 'references', 'appendix', 'root-cause', 'contributing-factors', 'went-well', 'went-wrong', 'lucky', 'sign-off']);

/** `Detection Time: 2 minutes` states how long it took, not when it was. */
const TOOK: Readonly<Record<string, string>> = { detected: 'time to detect', acknowledged: 'time to acknowledge', mitigated: 'time to mitigate', resolved: 'time to resolve' };

/** The name that a label with this value has in the text; in front matter the label alone decides. */
export function nameFor(label: string, value: string): string {
	const name = fieldNameOf(label);
	return TOOK[name] !== undefined && durationAt(value, /^\D{0,14}/.exec(value)![0].length) ? TOOK[name] : name;
}

/** The canonical name of a field, else the written one in lower case. */
export const fieldNameOf = oncePerText((label): string => {
	const name = plainText(label).replaceAll('_', ' ').replace(/^[\p{Extended_Pictographic}\uFE0F\s]+/u, '').replace(/[:：]\s*$/, '').trim().toLowerCase();
	for (const [canonical, pattern] of NAMES) if (pattern.test(name)) return canonical;
	return name;
});

export function isKnownField(name: string): boolean {
	return NAMES.some(([canonical]) => canonical === name);
}

export function readFields(text: string, lines: LineIndex, frontMatter: FrontMatterBlock | undefined, lead: Lead, sections: readonly Section[]): readonly Field[] {
	const fields: Field[] = [];
	if (frontMatter) fields.push(...frontMatterFields(text, lines, frontMatter));
	fields.push(...leadFields(text, lines, lead));
	for (const section of sections) if (statesFields(section)) fields.push(...fieldsOf(text, lines, section));
	const severity = fields.some((field) => field.name === 'severity') ? undefined : severityInProse(text, lines, lead, sections);
	if (severity) fields.push(severity);
	return fields.sort((a, b) => a.label.span.start - b.label.span.start);
}

/** Of the text before the first section. */
export function leadFields(text: string, lines: LineIndex, { part, blocks }: Lead): readonly Field[] {
	return part.recall('fields', [], () => blockFields(text, lines, blocks));
}

/** Whether what a section says about itself is about the incident. */
export function statesFields(section: Section): boolean {
	if (section.role && ELSEWHERE.has(section.role)) return false;
	// A section with a role of its own tells the same in an appendix.
	return !above(section, (each) => each.role !== undefined && ELSEWHERE.has(each.role) && !(each.role === 'appendix' && section.role !== undefined));
}

export function fieldsOf(text: string, lines: LineIndex, section: Section): readonly Field[] {
	return section.part.recall('fields', [section.role, section.marked], () => {
		const known = section.title && (section.marked === 'label' || section.marked === 'bold') ? labelField(text, lines, section) : undefined;
		return [...(known ? [known] : []), ...blockFields(text, lines, section.blocks)];
	});
}

function above(section: Section, test: (each: Section) => boolean): boolean {
	for (let each = section.parent; each; each = each.parent) if (test(each)) return true;
	return false;
}

/** `Duration: 2 hours` that stands as a section of its own. */
function labelField(text: string, lines: LineIndex, section: Section): Field | undefined {
	const name = fieldNameOf(section.title!.text);
	const first = section.blocks[0];
	if (!isKnownField(name) || first?.kind !== 'paragraph' || section.role !== undefined) return undefined;
	const line = first.lines[0]!;
	if (lines.lineAt(line.start) > lines.lineAt(section.heading.end) + 1 || labelOf(text, line)) return undefined;
	return { name, label: section.title!, value: written(text, unwrapped(text, line)), form: 'line', rowSpan: lines.fullLines({ start: section.heading.start, end: line.end }) };
}

function blockFields(text: string, lines: LineIndex, blocks: readonly Block[]): Field[] {
	return blocks.flatMap((block) => {
		switch (block.kind) {
			case 'list': return listFields(text, lines, block);
			case 'paragraph': return lineFields(text, lines, block);
			case 'table': return tableFields(text, lines, block);
			case 'quote': return blockFields(text, lines, block.blocks);
			case 'code': return block.fenced ? [] : block.lines.flatMap((line) => lineField(text, lines, trimmed(text, line), 'line') ?? []);
			default: return [];
		}
	});
}

function listFields(text: string, lines: LineIndex, list: ListBlock): Field[] {
	return list.items.flatMap((item) => {
		const first = item.blocks[0];
		if (first?.kind !== 'paragraph') return [];
		const own = lineField(text, lines, first.lines[0]!, 'list');
		return [...(own ? [own] : []), ...blockFields(text, lines, item.blocks.slice(1))];
	});
}

function lineFields(text: string, lines: LineIndex, block: ParagraphBlock): Field[] {
	return block.lines.flatMap((line) => {
		const field = lineField(text, lines, line, 'line');
		return field ? [field] : [];
	});
}

function lineField(text: string, lines: LineIndex, line: TextSpan, form: 'list' | 'line'): Field | undefined {
	const label = labelOf(text, line);
	if (!label || label.depth !== undefined) return undefined;
	const name = nameFor(text.slice(label.title.start, label.title.end), text.slice(label.rest.start, label.rest.end));
	const marked = /^[*_]/.test(text.slice(label.whole.start, label.whole.end));
	if (!isKnownField(name) && !(marked && form === 'list') && !marked) return undefined;
	if (label.rest.end - label.rest.start > 400) return undefined;
	return { name, label: written(text, label.title), value: written(text, unwrapped(text, label.rest)), form, rowSpan: lines.fullLines(line) };
}

function tableFields(text: string, lines: LineIndex, block: TableBlock): Field[] {
	if (block.header.cells.length !== 2) return [];
	const rows = [block.header, ...block.rows].filter((row) => row.cells.length >= 2);
	const fields = rows.map((row): Field | undefined => {
		const [labelCell, valueCell] = [row.cells[0]!, row.cells[1]!];
		const label = unwrapped(text, labelCell);
		if (label.end <= label.start || (row === block.header && !isKnownField(fieldNameOf(text.slice(label.start, label.end))))) return undefined;
		return { name: nameFor(text.slice(label.start, label.end), text.slice(valueCell.start, valueCell.end)), label: written(text, label), value: written(text, unwrapped(text, valueCell)), form: 'table', rowSpan: lines.fullLines(row.span) };
	}).filter((field) => field !== undefined);
	return fields.filter((field) => isKnownField(field.name)).length >= 2 ? fields : [];
}

function frontMatterFields(text: string, lines: LineIndex, block: FrontMatterBlock): Field[] {
	const fields: Field[] = [];
	const separator = block.format === 'yaml' ? ':' : '=';
	for (let index = lines.lineAt(block.content.start); index <= lines.lineAt(Math.max(block.content.start, block.content.end - 1)); index++) {
		const at = lines.line(index);
		const found = /^([A-Z_](?:[\w -]{0,39}\w)?) ?[:=](.*)$/i.exec(text.slice(at.start, at.end));
		if (!found || !text.slice(at.start, at.end).includes(separator)) continue;
		const start = at.end - found[2]!.length;
		const value = trimmed(text, { start, end: at.end });
		const quoted = /^(["']).*\1$/.exec(text.slice(value.start, value.end));
		const inner = quoted ? { start: value.start + 1, end: value.end - 1 } : value;
		fields.push({ name: fieldNameOf(found[1]!), label: written(text, { start: at.start, end: at.start + found[1]!.length }), value: written(text, unwrapped(text, inner)), form: 'front matter', rowSpan: lines.fullLine(index) });
	}
	return fields;
}

const SEVERITY_IN_PROSE = /(?<![\p{L}\p{N}-])(?:sev(?:erity)?(?:\s+level)?[\s:-]?\s?[0-5]|p[0-4](?=\s+(?:incident|outage|issue)))(?![\p{L}\p{N}])/iu;

/** `This Sev-3 incident …` in the opening or the summary: the first one. */
function severityInProse(text: string, lines: LineIndex, lead: Lead, sections: readonly Section[]): Field | undefined {
	const span = lead.part.recall('severity', [], () => firstSeverity(text, lead.blocks)) ?? sections.filter(tellsSeverity).map((section) => section.part.recall('severity', [], () => firstSeverity(text, section.blocks))).find((found) => found !== undefined);
	return span && { name: 'severity', label: written(text, span), value: written(text, span), form: 'prose', rowSpan: lines.fullLines(span) };
}

function firstSeverity(text: string, blocks: readonly Block[]): TextSpan | undefined {
	for (const block of blocks) {
		const found = severityIn(text, block);
		if (found) return found;
	}
	return undefined;
}

/** Whether the text of a section speaks of this incident's severity rather than of others'. */
export function tellsSeverity({ role }: Section): boolean {
	return role === undefined || ['summary', 'impact', 'metadata', 'background'].includes(role);
}

/** Where a paragraph names a severity. */
export function severityIn(text: string, block: Block): TextSpan | undefined {
	const found = block.kind === 'paragraph' ? SEVERITY_IN_PROSE.exec(text.slice(block.span.start, block.span.end)) : undefined;
	return found ? { start: block.span.start + found.index, end: block.span.start + found.index + found[0].length } : undefined;
}
