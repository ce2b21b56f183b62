import assert from 'node:assert/strict';
import { lint, read } from '../../../../test/kit/lint';
import { DEFAULT_CONFIG } from '../config/load';
import { Cancelled } from '../text/cancellation';
import { placeholderLeft } from './placeholder-left';
import type { RuleSetting } from '../config/config';
import { defineRule } from './rule';
import { runRules } from './run';

const TWO = '# Postmortem: x\n\nTBD one\n\nTBD two\n';
const linesOf = (text: string, rules = [placeholderLeft]): number[] => lint(text, rules).map(({ span }) => read(text).lines.lineAt(span.start) + 1);
const withRules = (...settings: [string, RuleSetting][]) => ({ ...DEFAULT_CONFIG, rules: new Map(settings) });
const broken = defineRule<never>({ id: 'section-missing', summary: '', page: () => '', severity: 'error', fixKind: 'none', since: '0', check: () => { throw new Error('no'); }, describe: () => ({ span: { start: 0, end: 0 }, message: '' }) });

describe('running the rules', () => {
	it('costs a rule that throws its own findings alone, and tells', () => {
		const told: string[] = [];
		const found = runRules(read(TWO), DEFAULT_CONFIG, { rules: [broken, placeholderLeft], onCrash: (rule) => told.push(rule) });
		assert.deepEqual([found.length, told], [2, ['section-missing']]);
	});
	it('stops between rules when nobody waits', () => {
		assert.throws(() => runRules(read(TWO), DEFAULT_CONFIG, { cancel: { isCancellationRequested: true } }), Cancelled);
	});
	it('takes the level from the config, also over the weight of a single finding', () => {
		const final = '# Postmortem: x\n\n- **Date:** 2024-05-02\n- **Status:** Final\n\n## Summary\n\nTBD\n\n## Impact\n\nNone.\n';
		assert.deepEqual(lint(final, [placeholderLeft]).map(({ severity }) => severity), ['error']);
		assert.deepEqual(lint(final, [placeholderLeft], withRules(['placeholder-left', { severity: 'hint', options: {} }])).map(({ severity }) => severity), ['hint']);
		assert.deepEqual(lint(final, [placeholderLeft], withRules(['placeholder-left', { severity: 'off', options: {} }])), []);
	});
	it('sorts by place', () => {
		const starts = lint('# Postmortem: x\n\n## Action Items\n\n- TBD\n- Fix it\n').map(({ span }) => span.start);
		assert.deepEqual(starts, [...starts].sort((a, b) => a - b));
		assert.ok(starts.length > 2);
	});
});

describe('suppressions', () => {
	const c = (what: string) => `<!-- postmortem-${what} -->`;
	for (const [name, text, lines] of [
		['none', TWO, [3, 5]],
		['a line', `# P\n\nTBD ${c('disable-line placeholder-left')}\n\nTBD\n`, [5]],
		['the next line', `# P\n\n${c('disable-next-line placeholder-left')}\nTBD\n\nTBD\n`, [6]],
		['from here on', `# P\n\nTBD\n\n${c('disable placeholder-left')}\n\nTBD\n`, [3]],
		['from here to there', `# P\n\n${c('disable')}\n\nTBD\n\n${c('enable')}\n\nTBD\n`, [9]],
		['the file, from anywhere', `# P\n\nTBD\n\n${c('disable-file placeholder-left')}\n`, []],
		['the file but for what is enabled', `# P\n\nTBD\n\n${c('disable-file')}\n${c('enable-file placeholder-left')}\n`, [3]],
		['capture and restore', `# P\n\n${c('capture')}\n\n${c('disable')}\n\nTBD\n\n${c('restore')}\n\nTBD\n`, [11]],
		['several names', `# P\n\nTBD ${c('disable-line section-empty, placeholder-left')}\n`, []],
		['another rule', `# P\n\nTBD ${c('disable-line section-empty')}\n`, [3]],
		['in a table cell', `# P\n\n| a | b |\n| --- | --- |\n| TBD | x ${c('disable-line placeholder-left')} |\n| TBD | x |\n`, [6]],
		['not in code', `# P\n\nTBD \`${c('disable-line')}\`\n\n\`\`\`\n${c('disable-file')}\n\`\`\`\n`, [3]],
	] as const) it(`hide ${name}`, () => assert.deepEqual(linesOf(text), lines));

	it('that hide nothing are told, unless their rule is off', () => {
		const text = `# Postmortem: x\n\nFine. ${c('disable-line placeholder-left')}\n`;
		const told = (config = DEFAULT_CONFIG) => lint(text, undefined, config).filter(({ rule }) => rule === 'suppression-unknown').length;
		assert.equal(told(), 1);
		assert.equal(told(withRules(['placeholder-left', { severity: 'off', options: {} }])), 0);
	});
});
