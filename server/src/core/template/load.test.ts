import assert from 'node:assert/strict';
import { BUILTIN_DATA, builtinTemplates } from './builtin';
import { loadBuiltIn, loadTemplate } from './load';
import type { LoadedTemplate } from './load';
import type { SectionSpec } from './template';

/** `⟦…⟧` marks each expected problem, in order. */
function check(marked: string, ...messages: string[]): LoadedTemplate {
	const text = marked.replace(/[⟦⟧]/g, '');
	const loaded = loadTemplate(text, 'team', 'file:///w/team.yaml');
	const shown = loaded.problems.map(({ span }) => span).reverse().reduce((rest, { start, end }) => `${rest.slice(0, start)}⟦${rest.slice(start, end)}⟧${rest.slice(end)}`, text);
	assert.deepEqual([shown, ...loaded.problems.map(({ message }) => message)], [marked, ...messages]);
	return loaded;
}

describe('loadTemplate', () => {
	it('fills in what is not said', () => {
		const { template } = check('sections:\n  - Summary\n  - title: What we do next\n    role: actions\n    required: true\n    sections: [Now, Later]\nfields: [severity]\n');
		const section = (title: string, start: number, more: Partial<SectionSpec> = {}): SectionSpec => ({ title, role: undefined, aliases: [], required: false, hint: '', content: 'prose', sections: [], source: { start, end: start + title.length }, compared: { title: [title.toLowerCase()], alias: [] }, ...more });
		assert.deepEqual(template, {
			name: 'team', title: 'Team', description: '', uri: 'file:///w/team.yaml',
			sections: [section('Summary', 14, { role: 'summary' }), section('What we do next', 33, { role: 'actions', required: true, content: 'actions', sections: [section('Now', 101), section('Later', 106)] })],
			fields: [{ name: 'severity', title: 'Severity', required: false, values: [], source: { start: 122, end: 130 } }],
			timeline: { columns: [{ title: 'Time', role: 'time' }, { title: 'Event', role: 'event' }], gapMinutes: 60 },
			actions: { columns: [{ title: 'Action', role: 'action' }, { title: 'Owner', role: 'owner' }, { title: 'Due', role: 'due' }, { title: 'Status', role: 'status' }], statuses: [], priorities: [] },
		});
	});
	it('reads columns and values, short and long', () => {
		const { template } = check('sections: []\nfields:\n  - name: Severity\n    values: [1, { value: SEV2, meaning: Bad, aliases: P2 }]\ntimeline:\n  columns: [Time (UTC), Details, { title: Link, role: ticket }, Colour]\n  gapMinutes: 15\nactions:\n  statuses: [Open]\n');
		assert.deepEqual(template.fields[0]!.values, [{ value: '1', meaning: '', aliases: [] }, { value: 'SEV2', meaning: 'Bad', aliases: ['P2'] }]);
		assert.equal(template.fields[0]!.name, 'severity');
		assert.deepEqual(template.timeline, { columns: [{ title: 'Time (UTC)', role: 'time' }, { title: 'Details', role: 'event' }, { title: 'Link', role: 'ticket' }, { title: 'Colour', role: 'other' }], gapMinutes: 15 });
		assert.deepEqual(template.actions.statuses, [{ value: 'Open', meaning: '', aliases: [] }]);
	});
	it('gives a role that a title tells to one section alone', () => {
		const { template } = check('sections: [Root cause, { title: Why it happened }]\n');
		assert.deepEqual(template.sections.map(({ role }) => role), ['root-cause', undefined]);
	});
	it('is empty for an empty file', () => assert.deepEqual(check('').template.sections, []));
});

describe('a fault in a template', () => {
	it('an unknown role: the section stays', () => {
		const { template } = check('sections:\n  - title: Summary\n    role: ⟦sumary⟧\n', `Unexpected value \`sumary\` for \`role\`, expected one of \`summary\`, \`impact\`, \`timeline\`, \`detection\`, \`response\`, \`resolution\`, \`root-cause\`, \`contributing-factors\`, \`went-well\`, \`went-wrong\`, \`lucky\`, \`lessons\`, \`actions\`, \`prevention\`, \`backlog-check\`, \`communication\`, \`background\`, \`references\`, \`metrics\`, \`metadata\`, \`sign-off\`, \`appendix\``);
		assert.deepEqual(template.sections.map(({ title }) => title), ['Summary']);
	});
	it('a section without a title costs that section', () => assert.deepEqual(check('sections:\n  - ⟦required⟧: true\n  - Timeline\n', 'Unexpected section key without `title`, expected it to be given').template.sections.map(({ title }) => title), ['Timeline']));
	it('an unknown key deep inside', () => check('sections:\n  - title: Lessons\n    sections:\n      - title: Luck\n        ⟦requird⟧: true\n', 'Unexpected section key `requird`, expected `required`'));
	it('a text for a flag', () => check('sections:\n  - { title: A, required: ⟦yes⟧ }\n', 'Unexpected value `yes` for `required`, expected `true` or `false`'));
	it('an unknown column role', () => check('sections: []\ntimeline:\n  columns: [{ title: A, role: ⟦tme⟧ }]\n', 'Unexpected value `tme` for `role`, expected one of `time`, `date`, `event`, `who`, `phase`, `action`, `owner`, `due`, `status`, `priority`, `ticket`, `other`'));
	it('no sections at all', () => check('⟦⟧name: x\n', 'Unexpected template without `sections`, expected a list of sections'));
	it('sections that hold themselves', () => assert.ok(loadTemplate('sections: &s [{ title: A, sections: *s }]', 'x', 'file:///x').problems.length > 0));
});

describe('a built-in template', () => {
	for (const [name, data] of Object.entries(BUILTIN_DATA)) {
		it(`${name} is without fault and tells a writer what to do`, () => {
			const { template, problems } = loadBuiltIn(data, 'other');
			assert.deepEqual(problems, []);
			assert.equal(template.name, name);
			const all = (sections: readonly SectionSpec[]): readonly SectionSpec[] => sections.flatMap((section) => [section, ...all(section.sections)]);
			assert.deepEqual(all(template.sections).filter(({ hint }) => hint.length < 15).map(({ title }) => title), []);
			assert.ok(template.timeline.columns.some(({ role }) => role === 'time') && template.timeline.columns.some(({ role }) => role === 'event'));
			for (const role of ['action', 'owner', 'due', 'status']) assert.ok(template.actions.columns.some((column) => column.role === role), role);
			assert.ok(template.fields.some((field) => field.name === 'severity' && field.values.length === 5));
			assert.deepEqual(template.sections.filter(({ required, role }) => required && role === 'timeline').length, 1);
		});
	}
	it('is there by each name of the contract', () => assert.deepEqual([...builtinTemplates().keys()], ['atlassian', 'sre', 'full', 'outage', 'pagerduty', 'minimal']));
});
