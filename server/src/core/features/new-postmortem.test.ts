import assert from 'node:assert/strict';
import { DEFAULT_CONFIG } from '../config/load';
import { builtinTemplates } from '../template/builtin';
import { newPostmortem } from './new-postmortem';

const builtIn = builtinTemplates();
const own = { ...builtIn.get('minimal')!, name: 'team', uri: 'file:///w/templates/team.yaml' };
const templates = new Map([...builtIn, ['templates/team.yaml', own]]);
const request = { title: 'Checkout down', date: '2025-02-11', severity: 'SEV1' };
const made = (config: object, more: object = {}) => newPostmortem({ config: { ...DEFAULT_CONFIG, ...config }, templates }, { ...request, ...more });
const named = (text: string | undefined) => /^---\ntemplate: (.*)\n---\n/.exec(text ?? '')?.[1];

describe('a new postmortem', () => {
	it('goes where the config wants it', () => {
		assert.equal(made({})?.path, 'docs/postmortems/2025-02-11-checkout-down.md');
		assert.equal(made({ newFile: 'incidents/{slug}.md' })?.path, 'incidents/checkout-down.md');
	});

	it('never goes out of the folder of the config', () => {
		assert.equal(made({ newFile: '../../{date}.md' })?.path, '2025-02-11.md');
		assert.equal(made({ newFile: '/etc/{date}.md' })?.path, 'etc/2025-02-11.md');
	});

	it('names its template unless the config says it already', () => {
		assert.equal(named(made({}, { template: 'sre' })?.text), 'sre');
		assert.equal(named(made({ template: 'sre' })?.text), undefined);
		assert.equal(named(made({ template: 'sre' }, { template: 'full' })?.text), 'full');
	});

	it('names a template of the team from where the document is', () => {
		assert.equal(named(made({}, { template: 'templates/team.yaml' })?.text), '../../templates/team.yaml');
		assert.equal(named(made({ newFile: '{slug}.md' }, { template: 'templates/team.yaml' })?.text), './templates/team.yaml');
		assert.equal(named(made({ newFile: 'templates/docs/{slug}.md' }, { template: 'templates/team.yaml' })?.text), '../team.yaml');
	});

	it('states its times in the zone of the config', () => {
		assert.ok(made({ timeZone: 'Europe/Oslo' }, { template: 'sre' })?.text.includes('All times are Europe/Oslo.'));
	});

	it('is none of an unknown template', () => assert.equal(made({}, { template: 'nonesuch' }), undefined));
});
