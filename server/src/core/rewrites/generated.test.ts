/** The laws of every kind of rewrite on documents put together at random from blocks of all shapes. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { postmortems } from '../../../../test/kit/generated-postmortems';
import { said } from '../../../../test/kit/laws-run';
import { readDocument } from '../../../../test/kit/read-document';
import { breachesOf, offersOf, type Law } from '../../../../test/kit/rewrite-laws';
import { REWRITES } from './index';
import { REWRITE_KINDS, type RewriteKind } from './rewrite';

const SEED = Number(process.env['SEED'] ?? 218_533);
const RUNS = Number(process.env['RUNS'] ?? 15);

/** Times written anew are other words; they have laws of their own. */
const KINDS = REWRITE_KINDS.filter((kind) => kind !== 'timeZone');
const EVERY: readonly Law[] = ['no words lost', 'edits apart', 'line endings', 'twice is once', 'rows read back', 'actions read back'];
/** What a document of odds and ends may come to read like is anybody's guess; what it says is not. */
const CHECKED: Readonly<Partial<Record<RewriteKind, readonly Law[]>>> = {
	timelineToTable: ['no words lost', 'edits apart', 'line endings', 'twice is once', 'rows read back'],
	actionsToTable: EVERY,
	fieldsToTable: EVERY,
	listToTable: EVERY,
	sortTimeline: EVERY,
	tableToList: ['no words lost', 'edits apart', 'line endings', 'twice is once', 'rows read back'],
};
const ALWAYS: readonly Law[] = ['no words lost', 'edits apart', 'line endings', 'twice is once'];

describe(`rewrites of documents put together at random, SEED=${SEED}`, () => {
	for (const kind of KINDS) {
		const rewrites = REWRITES.filter((rewrite) => rewrite.kind === kind);
		const laws = CHECKED[kind] ?? ALWAYS;
		it(`keep the laws: ${kind}`, () => {
			let applied = 0;
			fc.assert(fc.property(postmortems, (text) => {
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
