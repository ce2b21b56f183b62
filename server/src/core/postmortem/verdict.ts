/** Whether a document is a postmortem: what speaks for it, and what in its text speaks against it. */
import type { MarkdownTree } from '../markdown/blocks';
import { NAMES_IT, PATH_WORD } from './may-be';
import type { ActionList, Field, Section, Timeline, Verdict } from './model';
import type { SectionRole } from './roles';
import { factsOf } from './timeline-facts';
import { holdsDate, MOST_WEIGHED, signsIn } from './told-signs';

const PLAIN_FILE = /^(?:readme|index|template|_template|_index|contributing|process|guide|guidelines|runbook|playbook|faq|glossary|changelog)(?:[.-]|$)/i;
const TELLING: ReadonlySet<SectionRole> = new Set(['summary', 'impact', 'timeline', 'detection', 'response', 'resolution', 'root-cause', 'contributing-factors', 'went-well', 'went-wrong', 'lucky', 'actions', 'lessons']);

/** Headings of pages that tell how to do something rather than what happened, in lower case. */
const GUIDANCE = /^(?:best practices?\b|(?:quality |review |.{0,20})checklist\b|do['’]?n['’]?ts?$|dos?$|do and don|usage|installation|getting started|how to\b|features|fonctionnalités|funcionalidades|repository structure|directory structure|contributing|technologies|guidelines?\b|principles\b|requirements\b|learning objectives|purpose\b|roles and responsibilities|responsibilities|when to\b|who should)/u;
/** Titles that name a kind of document or a process, not an incident, in lower case. */
const GENERIC_TITLE = /^(?:(?:our )?(?:incident|post-?mortem|outage)s? (?:reports|reporting|process|protocols?|procedures?|polic(?:y|ies)|guide(?:lines)?|log|logs|management|response(?: process| protocol| plan| guide| procedures?)?|handbook|runbooks?|playbooks?|repository|index|archive|reviews)|post-?mortems|incidents|how to .*|.* (?:process|protocol|policy|guidelines?|handbook|repository|playbook|runbook|template))$/u;

export interface VerdictSources {
	readonly text: string;
	readonly path: string;
	readonly tree: MarkdownTree;
	readonly title: string | undefined;
	readonly sections: readonly Section[];
	readonly fields: readonly Field[];
	readonly timelines: readonly Timeline[];
	readonly actionLists: readonly ActionList[];
	readonly byConfig: boolean | undefined;
	readonly decided: 'postmortem' | 'none' | undefined;
}

export function readVerdict(sources: VerdictSources): Verdict {
	const { byConfig, decided, fields } = sources;
	if (decided) return { isPostmortem: decided === 'postmortem', because: decided === 'postmortem' ? 'config' : null };
	if (byConfig !== undefined) return { isPostmortem: byConfig, because: byConfig ? 'config' : null };
	if (fields.some((field) => field.form === 'front matter' && field.name === 'template' && field.label.text === 'template')) return { isPostmortem: true, because: 'front matter' };
	const heading = NAMES_IT.test(firstLines(sources)) || hasItsSections(sources);
	const path = PATH_WORD.test(sources.path);
	if (!heading && !path) return { isPostmortem: false, because: null };
	const isPostmortem = tells(sources, heading, path);
	return { isPostmortem, because: !isPostmortem ? null : path ? 'path' : 'heading' };
}

/** A timeline with times beside a cause and what followed from it: the sections name it, whatever the first line says. */
function hasItsSections({ sections, timelines }: VerdictSources): boolean {
	const roles = new Set(sections.map((section) => section.role));
	const rows = timelines.reduce((sum, timeline) => sum + factsOf(timeline).timed, 0);
	return rows >= 2 && roles.has('timeline') && roles.has('root-cause') && (['actions', 'resolution', 'impact', 'lessons', 'prevention'] as const).some((role) => roles.has(role));
}

function firstLines({ text, tree, sections, title }: VerdictSources): string {
	const start = tree.frontMatter?.span.end ?? 0;
	const lines = text.slice(start, start + 3000).split(/\r?\n/).filter((line) => line.trim() !== '').slice(0, 4).map((line) => line.slice(0, 160)).filter((line) => /^[#*_\-\d\p{Lu}\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}[>•]/u.test(line) && line.length < 130);
	return [title ?? '', sections[0]?.title?.text ?? '', ...lines].join('\n');
}

/** Weighs what the text tells: an incident that happened, or rules, links, placeholders and instructions. */
function tells(sources: VerdictSources, heading: boolean, path: boolean): boolean {
	const { sections, timelines, title } = sources;
	const file = sources.path.slice(sources.path.lastIndexOf('/') + 1);
	const { words, past, placeholders, instructions, questions, brief, isLetter, links, isDated } = signsIn(sources.text, sources.tree.chunks);
	if (words < 25 && path && !PLAIN_FILE.test(file)) return true; // a new file in such a folder

	const name = title?.toLowerCase() ?? '';
	const roles = new Set(sections.map((section) => section.role).filter((role): role is SectionRole => role !== undefined && TELLING.has(role)));
	const told = timelines.map(factsOf);
	const rows = told.reduce((sum, { timed, days }) => sum + timed + days * 0.25, 0);
	const datedRows = rows >= 3 && told.some(({ firstWritten }) => firstWritten !== undefined);
	const relative = told.reduce((sum, each) => sum + each.relative, 0);
	const template = /(?:^|[^a-z])(?:retro)?templates?(?:[^a-z]|$)|issue_template|plantilla|modelo/i.test(sources.path) || /\btemplates?\b|テンプレート|模板|템플릿|plantilla|vorlage|modèle/u.test(name);
	const guidance = sections.filter((section) => section.title && section.span.start < MOST_WEIGHED && GUIDANCE.test(section.title.text.toLowerCase())).length;
	const dated = isDated || holdsDate(`${name} ${file}`);
	const instructs = instructions / words;

	let score = 0;
	score += Math.min(3, roles.size * 0.75);
	score += Math.min(2, rows * 0.5);
	score += dated ? 1 : 0;
	score += Math.min(2, (past / words) * 60);
	score += heading ? 0.5 : 0;
	score += heading && path && words < 150 ? 0.75 : 0; // begun, not finished
	score += /\b(?:outage|incident|downtime|postmortem|post-mortem)\b/.test(name) && dated ? 0.5 : 0;
	score -= brief >= 2 ? 5 : brief;
	score -= Math.max(0, instructs * 100 - 1.5);
	score -= placeholders < 3 ? 0 : Math.min(4, (placeholders / words) * 120);
	score -= Math.min(3, (questions / words) * 60);
	score -= links > 0.4 ? 4 : links > 0.25 ? 1.5 : 0;
	score -= template ? (datedRows ? 2.5 : 3.5) : PLAIN_FILE.test(file) ? 0.5 : 0;
	score -= relative >= 3 && rows < relative && !dated && !roles.has('root-cause') && !roles.has('impact') ? 3 : 0; // `T+5m` on no day, without cause or harm: what is to be done
	score -= guidance + (isLetter ? 1.5 : 0);
	score -= title !== undefined && GENERIC_TITLE.test(name) ? 2.5 : 0;
	return score >= 1.25;
}
