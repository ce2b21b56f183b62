/** Postmortems put together at random from blocks of all shapes that people write, in several languages. */
import fc from 'fast-check';

/** The titles of one language and words of its own. */
interface Language {
	readonly titles: Readonly<Record<'summary' | 'impact' | 'timeline' | 'cause' | 'lessons' | 'actions', string>>;
	readonly words: readonly string[];
	readonly at: (time: string) => string;
	readonly owner: string;
}

const LANGUAGES: readonly Language[] = [
	{ titles: { summary: 'Summary', impact: 'Impact', timeline: 'Timeline', cause: 'Root Cause', lessons: 'Lessons Learned', actions: 'Action Items' }, words: ['cache-1', 'restarts', 'carts are empty', 'the queue grows', 'we paged Theo'], at: (time) => `At ${time} we saw`, owner: 'Owner' },
	{ titles: { summary: 'Resumen', impact: 'Impacto', timeline: 'Cronología', cause: 'Causa raíz', lessons: 'Lecciones aprendidas', actions: 'Acciones' }, words: ['la caché', 'se reinicia', 'ningún carrito', 'señal caída'], at: (time) => `A las ${time} vimos`, owner: 'Responsable' },
	{ titles: { summary: 'Zusammenfassung', impact: 'Auswirkungen', timeline: 'Zeitleiste', cause: 'Ursache', lessons: 'Lehren', actions: 'Maßnahmen' }, words: ['der Cache', 'startet neu', 'Körbe sind leer', 'größer'], at: (time) => `Um ${time} sahen wir`, owner: 'Verantwortlich' },
	{ titles: { summary: 'Résumé', impact: 'Conséquences', timeline: 'Chronologie', cause: 'Cause racine', lessons: 'Leçons apprises', actions: 'Plan d’action' }, words: ['le cache', 'redémarre', 'l’alerte', 'reçue'], at: (time) => `À ${time} on voit`, owner: 'Responsable' },
	{ titles: { summary: 'Sammendrag', impact: 'Konsekvenser', timeline: 'Tidslinje', cause: 'Årsak', lessons: 'Lærdom', actions: 'Tiltak' }, words: ['cachen', 'starter på nytt', 'tomme kurver'], at: (time) => `Kl. ${time} så vi`, owner: 'Ansvarlig' },
	{ titles: { summary: '概要', impact: '影響', timeline: 'タイムライン', cause: '根本原因', lessons: '学んだこと', actions: 'アクションアイテム' }, words: ['キャッシュ', '再起動', '注文できない', 'アラート検知'], at: (time) => `${time}に検知：`, owner: '担当' },
	{ titles: { summary: '摘要', impact: '影响', timeline: '时间线', cause: '根本原因', lessons: '经验教训', actions: '行动项' }, words: ['缓存', '重启', '购物车为空'], at: (time) => `${time} 发现`, owner: '负责人' },
];

const MARKUP = ['`GET /cart | 500`', '**bold**', '_soft_', '[graph](https://graphs.example/a_(b)?c=1)', 'a | b', 'C:\\temp', '<b>tag</b>', 'カート', '🔥', 'é́', '👩‍💻', 'naïve', '3 %', '\\*', '“so”', 'x_y_z', '&amp;', 'v1.2', '#7', 'OPS-12', '<https://a.example/?q=1|2>', '![seen](graph.png)', '~~old~~', '$HOME', '[^1]', 'a\u00A0b', '==high==', '``a`b``', '(then)', '10.0.0.1:80', '{x}', 'C++', 'a/b', '<!-- note -->', '…', '5xx', '—'];
const PEOPLE = ['Mara', 'Theo Berg', 'Ngozi', '佐藤', 'Zoë'];
const ZONES = ['UTC', 'UTC', 'UTC', 'CET', 'PST', '+02:00', 'JST', ''];

const fromTo = (min: number, max: number) => fc.integer({ min, max });
const two = (value: number) => String(value).padStart(2, '0');
const tableText = (text: string) => text.replaceAll(/(?<!\\)\|/g, '\\|');

function wordsOf({ words }: Language): fc.Arbitrary<string> {
	return fc.array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...MARKUP)), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
}

interface Clock {
	readonly hour: number;
	readonly minute: number;
}

interface Event {
	readonly time: string;
	readonly text: string;
	readonly who: string;
}

/** Mostly in order. */
const clocks = fc.tuple(fc.array(fc.record({ hour: fromTo(0, 23), minute: fromTo(0, 59) }), { minLength: 2, maxLength: 5 }), fromTo(0, 5)).map(([all, chance]) => (chance === 0 ? all : all.toSorted((a, b) => a.hour * 60 + a.minute - b.hour * 60 - b.minute)));
const clockForms: fc.Arbitrary<(at: Clock) => string> = fc.constantFrom(
	({ hour, minute }: Clock) => `${two(hour)}:${two(minute)}`,
	({ hour, minute }: Clock) => `${two(hour)}:${two(minute)}`,
	({ hour, minute }: Clock) => `${two(hour)}:${two(minute)}:07`,
	({ hour, minute }: Clock) => `${((hour + 11) % 12) + 1}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`,
	({ hour, minute }: Clock) => `${((hour + 11) % 12) + 1}:${two(minute)}${hour < 12 ? 'am' : 'pm'}`,
	({ hour, minute }: Clock) => `2024-03-02 ${two(hour)}:${two(minute)}`,
	({ hour, minute }: Clock) => `~${two(hour)}:${two(minute)}`,
	({ hour, minute }: Clock) => `Mar 2, ${two(hour)}:${two(minute)}`,
);

function eventsOf(language: Language): fc.Arbitrary<readonly Event[]> {
	return fc.record({ all: clocks, form: clockForms, zone: fc.constantFrom(...ZONES), texts: fc.array(wordsOf(language), { minLength: 5, maxLength: 5 }), who: fc.constantFrom(...PEOPLE) })
		.map(({ all, form, zone, texts, who }) => all.map((at, index) => ({ time: `${form(at)} ${zone}`.trimEnd(), text: texts[index]!, who })));
}

type Shape = (events: readonly Event[], language: Language) => string;

const lines = (line: (event: Event, index: number) => string, between = '\n'): Shape => (events) => events.map(line).join(between);

/** By what a person would call the shape. */
export const TIMELINE_SHAPES: Readonly<Record<string, Shape>> = {
	bullets: lines(({ time, text }) => `- ${time} – ${text}`),
	'continued bullets': lines(({ time, text }) => `- **${time}:** ${text}\n  and ${text}`),
	'broken bullets': lines(({ time, text }) => `- ${time}: ${text}<br>then ${text}`),
	'loose bullets': lines(({ time, text }) => `*   ${time}: ${text}\n\n    So ${text}.\n`),
	'nested bullets': lines(({ time, text }) => `- **${time}**\n  - ${text}\n  - then`),
	'nested deeper': lines(({ time, text }) => `- ${time}\n  - ${text}\n    - so\n      - ${text}\n  1. then`),
	numbered: lines(({ time, text }, index) => `${index + 1}. ${time}: ${text}`),
	'numbered with brackets': lines(({ time, text }, index) => `${index + 1}) [${time}] ${text}`),
	'tabbed lines': lines(({ time, text }) => `•\t${time}: ${text}`),
	'bullets with tabs': lines(({ time, text }) => `-\t${time}\t${text}`),
	'odd spaces': lines(({ time, text }) => `-   ${time} \u00A0–  ${text}  `),
	paragraphs: lines(({ time, text }) => `**${time}** ${text}`, '\n\n'),
	'wrapped paragraphs': lines(({ time, text }) => `${time} - ${text}\n${text}`, '\n\n'),
	'plain lines': lines(({ time, text }) => `${time} - ${text}  `),
	headings: lines(({ time, text }) => `### ${time}\n\n${text}`, '\n\n'),
	'headings that say what': lines(({ time, text }) => `### ${time} – ${text}\n\n${text}\n\n- ${text}`, '\n\n'),
	labels: lines(({ time }, index) => `- ${['First alert', 'Escalated', 'Mitigated', 'Verified', 'Resolved'][index]!}: ${time}`),
	quote: lines(({ time, text }) => `> - ${time} ${text}`),
	'quoted lines': lines(({ time, text }) => `> **${time}** ${text}`, '\n>\n'),
	'code below': lines(({ time, text }) => `- ${time} ${text}\n\n  \`\`\`sh\n  drain --all\n  \`\`\``),
	'image below': lines(({ time, text }) => `- ${time} ${text}\n\n  ![graph](graph.png)`),
	'table below': lines(({ time, text }) => `- ${time} ${text}\n\n  | Node | State |\n  | --- | --- |\n  | cache-1 | down |\n`),
	'one with code': lines(({ time, text }, index) => `- ${time} ${text}${index === 1 ? '\n\n  ```\n  drain\n  done\n  ```' : ''}`),
	table: (events) => `| Time | Event | Who |\n| --- | --- | --- |\n${lines(({ time, text, who }) => `| ${time} | ${tableText(text)} | ${who} |`)(events, LANGUAGES[0]!)}`,
	'wide table': (events) => `|時刻|イベント|備考|\n|:-:|---|--:|\n${lines(({ time, text }, index) => `|${time}|${tableText(text)}|${index % 2 ? '👩‍💻' : ''}|`)(events, LANGUAGES[0]!)}`,
	'table with breaks': (events) => `Time | Event\n--- | ---\n${lines(({ time, text }) => `**${time}** | ${tableText(text)}<br>- so<br>- then`)(events, LANGUAGES[0]!)}`,
	'day column': (events) => `| Date | Time | Event |\n| --- | --- | --- |\n${lines(({ time, text }) => `| 2024-03-02 | ${time.replace(/^2024-03-02 |^Mar 2, /, '')} | ${tableText(text)} |`)(events, LANGUAGES[0]!)}`,
	log: (events) => `\`\`\`\n${lines(({ time, text }) => `${time} ${text}`)(events, LANGUAGES[0]!)}\n\`\`\``,
	html: (events) => `<ul>\n${lines(({ time, text }) => `<li>${time} ${text}</li>`)(events, LANGUAGES[0]!)}\n</ul>`,
	'day lines': (events) => `**2024-03-02**\n\n${lines(({ time, text }) => `- ${time.replace(/^2024-03-02 |^Mar 2, /, '')} ${text}`)(events, LANGUAGES[0]!)}\n\n**2024-03-03**\n\n- 00:10 UTC all well\n- 00:40 UTC closed`,
	'day headings': (events) => `### 2 March 2024\n\n${lines(({ time, text }) => `- ${time.replace(/^2024-03-02 |^Mar 2, /, '')} ${text}`)(events, LANGUAGES[0]!)}\n\n### 3 March 2024\n\n- 00:10 UTC all well`,
	'day bullets': (events) => `- 2024-03-02\n${lines(({ time, text }) => `  - ${time.replace(/^2024-03-02 |^Mar 2, /, '')} ${text}`)(events, LANGUAGES[0]!)}\n- 2024-03-03\n  - 00:10 UTC all well`,
	prose: (events, { at }) => lines(({ time, text }) => `${at(time)} ${text}.`, ' ')(events, LANGUAGES[0]!),
};

/** Ways of writing what is to be done. */
export const ACTION_SHAPES: Readonly<Record<string, (texts: readonly string[], language: Language, who: string) => string>> = {
	boxes: (texts, { owner }, who) => texts.map((text, index) => `- [${index % 2 ? 'x' : ' '}] Check ${text} (${owner}: ${who})`).join('\n'),
	numbered: (texts) => texts.map((text, index) => `${index + 1}. Check ${text} by 2024-04-01 @theo`).join('\n'),
	'owner first': (texts, _, who) => texts.map((text) => `- **${who}** — Check ${text}`).join('\n'),
	'status first': (texts) => texts.map((text, index) => `- ${index % 2 ? '**DONE 2024-03-05** —' : '🚧'} Check ${text}`).join('\n'),
	sentences: (texts, _, who) => texts.map((text) => `- ${who.split(' ')[0]!.toUpperCase()} to check ${text} within 48 hours`).join('\n'),
	'name behind': (texts, _, who) => texts.map((text) => `* Check ${text} (${who})`).join('\n'),
	priorities: (texts) => `### P0\n\n- Check ${texts[0]!}\n\n### P1\n\n${texts.map((text) => `- Size ${text}`).join('\n')}`,
	terms: (texts) => `**Immediate**\n\n- Check ${texts[0]!}\n\n**Long term**\n\n${texts.map((text) => `- Size ${text}, see OPS-12`).join('\n')}`,
	nested: (texts, { owner }, who) => texts.map((text) => `- Check ${text}\n  - ${owner}: ${who}\n  - Due: 2024-04-01`).join('\n'),
	'tabbed lines': (texts) => texts.map((text) => `•\tCheck ${text}`).join('\n'),
	prose: (texts) => texts.map((text) => `We will check ${text}.`).join('\n\n'),
	'code below': (texts) => texts.map((text) => `- Check ${text}\n\n  \`\`\`\n  drain\n  --all\n  \`\`\``).join('\n'),
	html: (texts) => `<ol>\n${texts.map((text) => `<li>Check ${text}</li>`).join('\n')}\n</ol>`,
	table: (texts, _, who) => `| Action | Owner | Status |\n| --- | --- | --- |\n${texts.map((text) => `| Check ${tableText(text)} | ${who} | Done |`).join('\n')}`,
	'full table': (texts, _, who) => `| # | Priority | Task | Assignee | Due | Ticket |\n|---|:-:|---|---|--:|---|\n${texts.map((text, index) => `| ${index + 1} | P${index} | Check ${tableText(text)} | ${who} | 2024-04-0${index + 1} | [OPS-${index}](https://t.example/${index}) |`).join('\n')}`,
};

const FIELDS = [
	'- **Date:** 2024-03-02\n- **Severity:** SEV2\n', '| Field | Value |\n| --- | --- |\n| Severity | SEV2 |\n| Status | Resolved |\n', 'Status: Resolved\n\nSeverity: SEV2\n', '',
	'**Date**: 2024-03-02  \n**Start Time**: 09:00 UTC  \n**Duration**: 2 hours  \n', '* Severity - SEV2\n* Authors - Mara, Theo\n', '| **Severity** | SEV2 \\| major |\n|---|---|\n| **Owner** | Mara |\n', '> Status: Draft\n', '<!-- Severity: SEV2 -->\n',
];
const FRONT = ['', '', '', '---\ntitle: Carts lost\ndate: 2024-03-02\n---\n\n', '---\nseverity: SEV2\nauthors: [Mara, Theo]\ntags:\n  - cache\n---\n\n', '+++\ntitle = "Carts"\n+++\n\n'];
const ASIDES = ['', '', '', '> Quoted:\n> - 09:00 said Mara\n', '```\n09:10 code\n09:20 code\n```\n', '---\n', '<details>\n<summary>More</summary>\n\n- 09:15 UTC inside\n\n</details>\n', '    indented code\n', '1. one\n   - two\n     1. three\n', '\\- no list\n', '[graph]: https://graphs.example/1\n', '| a | b |\n|---|---|\n| `x \\| y` | z |\n', 'All times are UTC.\n', '&nbsp;\n', '~~~js\n// ```\n~~~\n'];
const HEADINGS: readonly ((title: string) => string)[] = [(title) => `## ${title}`, (title) => `## ${title}`, (title) => `**${title}**`, (title) => `${title}\n${'-'.repeat(Math.max(3, title.length))}`, (title) => `## 3. ${title}:`, (title) => `### ⏱️ ${title} ###`, (title) => `${title}:`, (title) => `<h2>${title}</h2>`];
const ENDINGS: readonly ((text: string) => string)[] = [(text) => text, (text) => text.replaceAll('\n', '\r\n'), (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`, (text) => text.trimEnd(), (text) => text.replace(/^( {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4)), (text) => text.replaceAll('\n\n', '\n \n')];

/** Whole documents with the shapes named, each of them in some language. */
export function postmortemsWith(timelineShapes: readonly string[], actionShapes: readonly string[]): fc.Arbitrary<string> {
	return fc.constantFrom(...LANGUAGES).chain((language) => {
		const words = wordsOf(language);
		const impact = fc.oneof(words.map((text) => `- 1,200 users saw ${text}\n- 3 % of ${text}\n`), words.map((text) => `**Users affected:** 1,200 ${text}\n**Orders:** 3 %\n`), words, words.map((text) => `| Metric | Value |\n| --- | --- |\n| Users | 1,200 ${tableText(text)} |`));
		const timeline = fc.tuple(eventsOf(language), fc.constantFrom(...timelineShapes)).map(([events, shape]) => TIMELINE_SHAPES[shape]!(events, language));
		const actions = fc.tuple(fc.array(words, { minLength: 1, maxLength: 4 }), fc.constantFrom(...actionShapes), fc.constantFrom(...PEOPLE)).map(([texts, shape, who]) => ACTION_SHAPES[shape]!(texts, language, who));
		return fc.record({ front: fc.constantFrom(...FRONT), fields: fc.constantFrom(...FIELDS), impact, timeline, actions, aside: fc.constantFrom(...ASIDES), asideAt: fromTo(0, 2), heading: fc.constantFrom(...HEADINGS), ending: fc.constantFrom(...ENDINGS), summary: words, lesson: words }).map((made) => {
			const { titles } = language;
			const aside = (at: number) => (at === made.asideAt ? [made.aside] : []);
			const parts = ['# Carts lost, 2 March 2024', made.fields, made.heading(titles.summary), made.summary, ...aside(0), made.heading(titles.impact), made.impact, made.heading(titles.timeline), made.timeline, ...aside(1), made.heading(titles.cause), 'Not drained.', made.heading(titles.lessons), made.lesson, ...aside(2), made.heading(titles.actions), made.actions];
			return made.ending(`${made.front}${parts.filter((part) => part !== '').join('\n\n')}\n`);
		});
	});
}

/** Whole documents of all shapes. */
export const postmortems: fc.Arbitrary<string> = postmortemsWith(Object.keys(TIMELINE_SHAPES), Object.keys(ACTION_SHAPES));
