import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadConfig } from '../../server/src/core/config/load';
import { loadTemplate } from '../../server/src/core/template/load';

function exampleIn(page: string): string {
	const found = /^```yaml\n([^`]*)^```/m.exec(readFileSync(page, 'utf8'));
	assert.ok(found, `${page} has no example`);
	return found[1]!;
}

describe('the reference pages', () => {
	it('show a config without fault', async () => {
		const rules = new Map([['action-without-due-date', {}], ['section-empty', {}]]);
		const { config, problems } = await loadConfig({ path: '.postmortem.yaml', uri: 'file:///w/.postmortem.yaml', text: exampleIn('docs/config.md') }, rules, () => Promise.resolve(undefined));
		assert.deepEqual(problems, []);
		assert.equal(config.people[1]!.handle, 'bo');
	});
	it('show a template without fault', () => {
		const { template, problems } = loadTemplate(exampleIn('docs/template.md'), 'x', 'file:///x.yaml');
		assert.deepEqual(problems, []);
		assert.deepEqual(template.sections[2]!.sections.map(({ role }) => role), ['went-well', 'went-wrong']);
	});
});
