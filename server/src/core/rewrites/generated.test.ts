/** The laws of every kind of rewrite on documents put together at random from blocks of all shapes. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { said } from '../../../../test/kit/laws-run';
import { readDocument } from '../../../../test/kit/read-document';
import { breachesOf, offersOf, type Law } from '../../../../test/kit/rewrite-laws';
import { REWRITES } from './index';
import { REWRITE_KINDS, type RewriteKind } from './rewrite';

const SEED = Number(process.env['SEED'] ?? 218_533);
const RUNS = Number(process.env['RUNS'] ?? 30);

/** Times written anew are other words; they have laws of their own. */
const KINDS = REWRITE_KINDS.filter((kind) => kind !== 'timeZone');
/** What a document of odds and ends may come to read like is anybody's guess; what it says is not. */
const CHECKED: Readonly<Partial<Record<RewriteKind, readonly Law[]>>> = {
	timelineToTable: ['no words lost', 'edits apart', 'line endings', 'twice is once', 'rows read back'],
	tableToList: ['no words lost', 'edits apart', 'line endings', 'twice is once', 'rows read back'],
};
const ALWAYS: readonly Law[] = ['no words lost', 'edits apart', 'line endings'];

const words = fc.array(fc.constantFrom('cache-1', 'restarts', '`GET /cart | 500`', '**bold**', '_soft_', '[graph](https://graphs.example/a_(b)?c=1)', 'a | b', 'C:\\temp', '<b>tag</b>', 'カート', '🔥', 'é́', 'naïve', '3 %', '\\*', '“so”', 'x_y_z', '&amp;', 'v1.2', '#7'), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const event = fc.tuple(clock, words);
const events = fc.array(event, { minLength: 2, maxLength: 4 });
const rows = (line: (time: string, text: string, index: number) => string, between = '\n') => events.map((all) => all.map(([time, text], index) => line(time, text, index)).join(between));

const timeline = fc.oneof(
	rows((time, text) => `- ${time} UTC – ${text}`),
	rows((time, text) => `- **${time} UTC:** ${text}\n  and ${text}`),
	rows((time, text) => `- **${time} UTC**\n  - ${text}\n  - then`),
	rows((time, text, index) => `${index + 1}. ${time} UTC: ${text}`),
	rows((time, text) => `•\t${time} UTC: ${text}`),
	rows((time, text) => `**${time} UTC** ${text}`, '\n\n'),
	rows((time, text) => `### ${time} UTC\n\n${text}`, '\n\n'),
	rows((time, text) => `> - ${time} UTC ${text}`),
	rows((time, text) => `- ${time} UTC ${text}\n\n  \`\`\`sh\n  drain --all\n  \`\`\``),
	events.map((all) => `| Time (UTC) | Event | Who |\n| --- | --- | --- |\n${all.map(([time, text]) => `| ${time} | ${text.replaceAll(/(?<!\\)\|/g, '\\|')} | Mara |`).join('\n')}`),
	events.map((all) => `\`\`\`\n${all.map(([time, text]) => `${time} UTC ${text}`).join('\n')}\n\`\`\``),
	events.map((all) => `<ul>\n${all.map(([time, text]) => `<li>${time} UTC ${text}</li>`).join('\n')}\n</ul>`),
	events.map((all) => all.map(([time, text]) => `At ${time} UTC we saw ${text}.`).join(' ')),
);
const actions = fc.oneof(
	fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => all.map((text, index) => `- [${index % 2 ? 'x' : ' '}] Check ${text} (Owner: Mara)`).join('\n')),
	fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => all.map((text, index) => `${index + 1}. Check ${text} by 2024-04-01 @theo`).join('\n')),
	fc.array(words, { minLength: 1, maxLength: 3 }).map((all) => `| Action | Owner | Status |\n| --- | --- | --- |\n${all.map((text) => `| Check ${text.replaceAll(/(?<!\\)\|/g, '\\|')} | Mara | Done |`).join('\n')}`),
);
const fields = fc.constantFrom('- **Date:** 2024-03-02\n- **Severity:** SEV2\n', '| Field | Value |\n| --- | --- |\n| Severity | SEV2 |\n| Status | Resolved |\n', 'Status: Resolved\n\nSeverity: SEV2\n', '');
const impact = fc.oneof(words.map((text) => `- 1,200 users saw ${text}\n- 3 % of ${text}\n`), words.map((text) => `**Users affected:** 1,200 ${text}\n`), words);
const heading = fc.constantFrom((title: string) => `## ${title}`, (title: string) => `**${title}**`, (title: string) => `${title}\n${'-'.repeat(title.length)}`);
const ending = fc.constantFrom((text: string) => text, (text: string) => text.replaceAll('\n', '\r\n'), (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`, (text: string) => text.trimEnd());

const documents = fc.record({ fields, impact, timeline, actions, heading, ending, summary: words }).map((made) => made.ending([
	'# Carts lost, 2 March 2024', made.fields, made.heading('Summary'), made.summary, made.heading('Impact'), made.impact, made.heading('Timeline'), made.timeline, made.heading('Root Cause'), 'Not drained.', made.heading('Action Items'), made.actions, '',
].join('\n\n')));

describe(`rewrites of documents put together at random, SEED=${SEED}`, () => {
	for (const kind of KINDS) {
		const rewrites = REWRITES.filter((rewrite) => rewrite.kind === kind);
		const laws = CHECKED[kind] ?? ALWAYS;
		it(`keep the laws: ${kind}`, () => {
			let applied = 0;
			fc.assert(fc.property(documents, (text) => {
				const doc = readDocument(text, 'minimal');
				const offers = offersOf(doc, rewrites).filter((offer) => offer.kind === kind);
				applied += offers.length;
				const breaches = offers.flatMap((offer) => breachesOf(doc, offer, (source) => readDocument(source, 'minimal'), rewrites));
				assert.deepEqual(breaches.filter(({ law }) => laws.includes(law)).map(said), []);
			}), { seed: SEED, numRuns: RUNS });
			assert.ok(applied > 0, 'no rewrite was offered');
		}).timeout(60_000);
	}
});
