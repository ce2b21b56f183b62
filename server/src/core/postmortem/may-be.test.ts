import assert from 'node:assert/strict';
import path from 'node:path';
import { documentsIn, SHARED } from '../../../../test/kit/documents';
import { DEFAULT_CONFIG } from '../config/load';
import { builtinTemplates } from '../template/builtin';
import { unaccented } from '../text/accents';
import { CAUSE_STEM, mayBePostmortem, TIMELINE_STEM } from './may-be';
import { readPostmortem } from './read';
import { ROLE_ALIASES } from './role-aliases';

const templates = builtinTemplates();

describe('what may be a postmortem', () => {
	for (const [what, file, text] of [
		['its path', 'docs/post-mortems/2024-03-02.md', ''],
		['its title', 'notes.md', '# Outage of 2 March\n'],
		['its first lines', 'notes.md', '---\ntags: [a]\n---\n\nIncident review of 2 March 2024\n'],
		['a title far down', 'notes.md', `${'A line.\n\n'.repeat(1000)}# Root cause analysis\n`],
		['the template in its front matter', 'notes.md', '\uFEFF---\ntags: [a]\ntemplate: sre\n---\n'],
		['its sections and times', 'notes.md', '# Carts lost\n\n**What happened when**\n\n- 10:04 empty\n- 10:30 back\n\nWhy\n---\n\nNobody knows.\n'],
		['its sections and times in another language', 'notes.md', '# Handlekurver\n\n## Hendelsesforløp\n\n- kl. 10.04 tomt\n- kl. 10.30 tilbake\n\n## A\u030Arsak\n\nUkjent.\n'],
	] as const) it(`is known by ${what}`, () => assert.ok(mayBePostmortem(file, text)));

	for (const [what, file, text] of [
		['a readme', 'README.md', '# left-pad\n\nPads a string. Why? It is needed, as history shows.\n\n## Changelog\n\n- 1.10.12: faster\n- 1.10.13: slower\n'],
		['minutes of a meeting', 'notes/monday.md', '# Monday\n\n## Agenda\n\n- 10:00 coffee\n- 10:30 plans\n'],
		['an empty document', 'Untitled-1', ''],
	] as const) it(`is not ${what}`, () => assert.ok(!mayBePostmortem(file, text)));

	for (const [role, stem] of [['timeline', TIMELINE_STEM], ['root-cause', CAUSE_STEM]] as const) {
		it(`has a stem for each heading of ${role}`, () => {
			const headings = ROLE_ALIASES[role].flatMap((list) => list.split(';'));
			assert.deepEqual(headings.filter((heading) => !stem.test(unaccented(heading).toLowerCase())), []);
		});
	}

	it('is everything that the verdict takes for one, wherever it lies', function () {
		this.timeout(30_000);
		const documents = [...documentsIn('examples'), ...documentsIn(path.join(SHARED, 'corpus')), ...documentsIn(path.join(SHARED, 'samples'))];
		const rejected = documents.flatMap(({ name, text }) => [name, 'notes/monday.md'].filter((file) => !mayBePostmortem(file, text)).map((file) => ({ name, file, text })));
		const missed = rejected.filter(({ file, text }) => readPostmortem(text, { path: file, templates, now: Date.UTC(2024, 5, 1), config: DEFAULT_CONFIG }).verdict.isPostmortem);
		assert.ok(documents.length >= 6, `${documents.length} documents`);
		assert.deepEqual(missed.map(({ name, file }) => `${name} as ${file}`), []);
	});
});
