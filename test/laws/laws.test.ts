/** Every rewrite that is offered anywhere and every quick fix, applied to whole documents: ours, and real ones where they are there. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { documentsIn, SHARED } from '../kit/documents';
import { describeTally, KEEPING_WORDS, runLaws, said, VARIANTS, type NamedText, type Tally } from '../kit/laws-run';

/** Conversions of real documents have tests of their own. */
const WITHOUT_CONVERSION = KEEPING_WORDS.filter(({ kind }) => kind !== 'convertDocument');

/** What does not hold yet, and how often in the real documents; words are never among it. */
const OPEN: Readonly<Record<string, number>> = {
	'headings: actions read back': 1,
	'headings: rows read back': 1,
	'actionsToTable: actions read back': 1,
	'timelineToTable: actions read back': 1,
};

describe('laws over everything', function () {
	this.timeout(120_000);

	for (const [variant, change] of Object.entries(VARIANTS)) {
		it(`hold in our examples with ${variant}`, () => {
			const documents = ['examples', 'test/vscode/fixtures'].flatMap(documentsIn).map(({ name, text }) => ({ name, text: change(text) }));
			assert.ok(documents.length >= 8);
			hold(runLaws(documents, { rewrites: variant === 'LF' ? KEEPING_WORDS : WITHOUT_CONVERSION, mostOfOneRule: variant === 'LF' ? 5 : 1 }));
		});
	}
});

describe('laws over real documents', function () {
	this.timeout(240_000);
	const samples = documentsIn(path.join(SHARED, 'samples'));
	const corpus = documentsIn(path.join(SHARED, 'corpus/postmortems'));
	if (samples.length === 0) it.skip(`no documents in ${SHARED}`);
	if (samples.length > 0) it(`hold in ${samples.length} samples`, () => hold(runLaws(samples, { rewrites: WITHOUT_CONVERSION, mostOfOneRule: 3 })));
	// each document in one way of storing it; `npm run laws` takes all ways
	if (corpus.length > 0) it(`hold in ${corpus.length} postmortems`, () => hold(runLaws(corpus.map(varied), { rewrites: WITHOUT_CONVERSION, mostOfOneRule: 1 })));
});

function varied({ name, text }: NamedText, index: number): NamedText {
	const changes = Object.values(VARIANTS);
	return { name, text: changes[index % changes.length]!(text) };
}

function hold(tally: Tally): void {
	console.log(describeTally(tally));
	const counts = new Map<string, number>();
	const unexpected = tally.breaches.filter(({ kind, law }) => {
		const name = `${kind}: ${law}`;
		const count = (counts.get(name) ?? 0) + 1;
		counts.set(name, count);
		return law === 'no words lost' || count > (OPEN[name] ?? 0);
	});
	assert.deepEqual(unexpected.map((breach) => `${breach.document}: ${said(breach)}`), []);
	assert.deepEqual(Object.keys(tally.refused).filter((list) => list.startsWith('timeline')), []);
}
