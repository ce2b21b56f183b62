import assert from 'node:assert/strict';
import { builtinTemplates } from './builtin';
import { chooseTemplate } from './choose';
import { loadTemplate } from './load';
import { matchTemplate } from './match';
import { sectionsOf } from './sections.fixture';

const TEMPLATES = builtinTemplates();

/** `Spec = Heading | Heading`, only those that are filled. */
function filled(template: string, ...headings: readonly string[]): readonly string[] {
	const loaded = loadTemplate(template, 'test', 'file:///t.yaml').template;
	return matchTemplate(loaded, sectionsOf(...headings))
		.matches.filter(({ sections }) => sections.length > 0)
		.map(({ spec, sections }) => `${spec.title} = ${sections.map(({ title }) => title?.text ?? '(none)').join(' | ')}`);
}

describe('matchTemplate', () => {
	it('lets a heading beat a role', () => assert.deepEqual(filled('sections: [Summary, Action items]', '## Tasks', '## Overview', '## ACTION ITEMS:', '## 1. Summary'), ['Summary = 1. Summary', 'Action items = ACTION ITEMS:']));
	it('lets an alias beat a role', () => assert.deepEqual(filled('sections: [{ title: Follow-up, aliases: [Homework], role: actions }]', '## Next steps', '## Homework'), ['Follow-up = Homework']));
	it('falls back to the role', () => assert.deepEqual(filled('sections: [Timeline, Root cause]', '## Cronología', '## Why it happened'), ['Timeline = Cronología', 'Root cause = Why it happened']));
	it('takes an opening text for the summary', () => assert.deepEqual(filled('sections: [Summary]', '## (none)', '## Timeline'), ['Summary = (none)']));
	it('fills one spec with a section', () => assert.deepEqual(filled('sections: [Impact, { title: Damage, role: impact }]', '## Impact'), ['Impact = Impact']));
	it('looks for a nested one under its parent first', () => {
		const template = 'sections: [{ title: Lessons, sections: [What went well] }]';
		assert.deepEqual(filled(template, '## What went well', '## Lessons', '### What went well'), ['Lessons = Lessons', 'What went well = What went well']);
		const [, nested] = matchTemplate(loadTemplate(template, 't', 'file:///t.yaml').template, sectionsOf('## What went well', '## Lessons', '### What went well')).matches;
		assert.equal(nested!.sections[0]!.level, 3);
		assert.equal(nested!.parent!.spec.title, 'Lessons');
	});
	it('finds a nested one anywhere else', () => assert.deepEqual(filled('sections: [{ title: Lessons, sections: [What went well] }]', '## What went well ✅'), ['What went well = What went well ✅']));
	it('takes a section by role only where it is no part of another', () => assert.deepEqual(filled('sections: [Metrics, Appendix]', '# Outage', '## Appendix', '### Key figures'), ['Appendix = Appendix']));
	it('takes what lessons are divided into for what it is', () => assert.deepEqual(filled('sections: [Lessons learned, What went wrong]', '## Lessons learned', '### What went poorly'), ['Lessons learned = Lessons learned', 'What went wrong = What went poorly']));
	it('prefers the section that says the title among other words', () => assert.deepEqual(filled('sections: [Root cause]', '## Why it happened', '## Root cause / contributing factors'), ['Root cause = Root cause / contributing factors']));
	it('takes no title for a section', () => assert.deepEqual(filled('sections: [Incident summary]', '# Incident: login down', '## Abstract', '## Impact'), ['Incident summary = Abstract']));
	it('gives no whole to a section within its part', () => assert.deepEqual(filled('sections: [{ title: Cause and resolution, aliases: [Cause], sections: [Root cause] }]', '## Root cause', '### Cause'), ['Root cause = Root cause']));
	it('finds all headings side by side that fill one spec', () => assert.deepEqual(filled('sections: [{ title: Summary, aliases: [Executive summary] }]', '## Summary', '## Timeline', '## Executive Summary', '### Summary'), ['Summary = Summary | Executive Summary']));
	it('keeps several incidents of one document apart', () => assert.deepEqual(filled('sections: [Timeline]', '# Monday', '## Timeline', '# Tuesday', '## Timeline'), ['Timeline = Timeline']));
	it('does not see a duplicate in a second section of a role', () => assert.deepEqual(filled('sections: [Action items]', '## Tasks', '## Next steps'), ['Action items = Tasks']));
	it('compares headings without what stands in parentheses', () => assert.deepEqual(filled('sections: [Timeline (UTC)]', '## Timeline (PST)'), ['Timeline (UTC) = Timeline (PST)']));
	it('scores all and nothing', () => {
		const template = loadTemplate('sections: [{ title: Summary, required: true }, { title: Timeline, required: true }, Notes]', 't', 'file:///t.yaml').template;
		assert.equal(matchTemplate(template, sectionsOf('# Tuesday', '## Summary', '## Timeline')).score, 1);
		assert.equal(matchTemplate(template, sectionsOf('# Tuesday', '## Recipe')).score, 0);
		assert.equal(matchTemplate(template, []).score, 0);
	});
	it('gives every built-in template full marks for its own headings', () => {
		for (const template of TEMPLATES.values()) {
			const headings = template.sections.flatMap((section) => [`## ${section.title}`, ...section.sections.map((inner) => `### ${inner.title}`)]);
			const { score, matches } = matchTemplate(template, sectionsOf(...headings));
			assert.equal(score, 1, template.name);
			assert.deepEqual(matches.filter(({ sections }) => sections.length !== 1), [], template.name);
		}
	});
});

describe('chooseTemplate', () => {
	const choose = (headings: readonly string[], more: Partial<Parameters<typeof chooseTemplate>[0]> = {}) => {
		const { template, from, unknown } = chooseTemplate({ named: undefined, configured: undefined, templates: TEMPLATES, path: 'docs/a.md', sections: sectionsOf(...headings), ...more });
		return [template.name, from, ...(unknown ? [unknown.text] : [])];
	};
	const named = (text: string) => ({ named: { text, span: { start: 0, end: text.length } } });
	const ATLASSIAN = ['## Incident Summary', '## Impact', '## Detection', '## Response', '## Resolution', '## Timeline', '## Root Cause', '## Backlog Check', '## Lessons Learned/Prevention', '## Action Items'];

	it('takes what the document names before what the config names', () => assert.deepEqual(choose(ATLASSIAN, { ...named('sre'), configured: 'full' }), ['sre', 'document']));
	it('takes what the config names before what fits', () => assert.deepEqual(choose(ATLASSIAN, { configured: 'full' }), ['full', 'config']));
	it('tells an unknown name and goes on', () => assert.deepEqual(choose(ATLASSIAN, named('srre')), ['atlassian', 'match', 'srre']));
	it('finds a template file relative to the document', () => {
		const team = loadTemplate('name: team\nsections: [Summary]', 'x', 'file:///w/docs/team.yaml').template;
		assert.deepEqual(choose([], { ...named('./team.yaml'), templates: new Map([...TEMPLATES, ['docs/team.yaml', team]]) }), ['team', 'document']);
		assert.deepEqual(choose([], { ...named('team'), templates: new Map([...TEMPLATES, ['docs/team.yaml', team]]) }), ['team', 'document']);
	});
	it('falls back to minimal', () => assert.deepEqual(choose(['# Shopping', '## Bread']), ['minimal', 'default']));
	for (const [expected, ...headings] of [
		['atlassian', ...ATLASSIAN],
		['sre', '## Summary', '## Impact', '## Root causes', '## Trigger', '## Resolution', '## Detection', '## Action items', '## Lessons learned', '### What went well', '### What went wrong', '### Where we got lucky', '## Timeline'],
		['full', '# Postmortem', '## Meta', '## Executive Summary', '## Impact', '### Users', '## Timeline', '## Root Cause', '## What Went Well ✅', '## What Went Wrong', '## Action Items', '### P0 - Critical (within 2 days)', '## Lessons Learned', '## Prevention', '## Appendix', '## Sign-Off'],
		['outage', '# Outage', '## Issue Summary', '## Timeline', '## Root Cause and Resolution', '## Corrective and Preventative Measures'],
		['outage', '## (none)', '## Timeline', '## Root cause and resolution', '## Corrective and preventative measures', '## Tasks to address the issue include'],
		['pagerduty', '## Overview', '## What Happened', '## Contributing Factors', '## Resolution', '## Impact', '## Responders', '## Timeline', '## How’d We Do?', '### What Went Well?', '## Action Items', '## Messaging'],
		['minimal', '## Summary', '## Timeline', '## Root cause', '## Next steps'],
	] as const) {
		it(`sees ${expected} in ${headings[0]} …`, () => assert.deepEqual(choose(headings), [expected, 'match']));
	}
});
