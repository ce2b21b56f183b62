/** One fault at a time, planted in whole documents that have none: each is found once, and each fix takes it away and brings nothing new. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DEFAULT_CONFIG } from '../config/load';
import type { Config } from '../config/config';
import { readPostmortem } from '../postmortem/read';
import { builtinTemplates } from '../template/builtin';
import { applyEdits } from '../text/edit';
import { RULES } from './index';
import type { Finding } from './rule';
import { runRules } from './run';

const CLOCK = /^(?:time-(?:without|zone)|date-|timeline-(?:out|gap|phase)|phase-|duration-|field-conflict)/;
const CLOCK_RULES = RULES.filter(({ id }) => CLOCK.test(id));

const TEMPLATES = builtinTemplates();

/** What the rules about time find in a postmortem that is read on 1 June 2026. */
function clockFindings(text: string, config: Config = DEFAULT_CONFIG): readonly Finding[] {
	const doc = readPostmortem(text, { path: 'docs/postmortems/x.md', config, templates: TEMPLATES, now: Date.UTC(2026, 5, 1), decided: 'postmortem' });
	return runRules(doc, config, { rules: CLOCK_RULES, onCrash: (_rule, error) => { throw error; } });
}

function worded(findings: readonly Finding[], text: string): readonly string[] {
	return findings.map(({ rule, message, span }) => `${text.slice(0, span.start).split('\n').length}: ${rule}: ${message}`);
}

/** `from` stands once in the text. */
function planted(text: string, from: string, to: string): string {
	assert.equal(text.split(from).length, 2, `"${from}" stands once`);
	return text.replace(from, () => to);
}

function found(text: string, rule: string, config?: Config): void {
	const findings = clockFindings(text, config);
	assert.deepEqual(findings.map((finding) => finding.rule), [rule], worded(findings, text).join('\n'));
	for (const fix of findings[0]!.fixes()) {
		const fixed = applyEdits(text, fix.edits);
		assert.deepEqual(worded(clockFindings(fixed, config), fixed), [], fix.title);
	}
}

describe('faults planted in a document with two zone columns', () => {
	const text = readFileSync('examples/2025-02-11-checkout-pool.md', 'utf8');
	it('finds none where none is', () => assert.deepEqual(worded(clockFindings(text), text), []));
	const faults: readonly (readonly [rule: string, from: string, to: string])[] = [
		['duration-mismatch', '52 minutes (23:31', '57 minutes (23:31'],
		['duration-mismatch', '(23:31 - 00:23 UTC)', '(23:31 - 00:33 UTC)'],
		['duration-mismatch', '3 minutes (page sent', '6 minutes (page sent'],
		['duration-mismatch', '(page sent at 23:34 UTC)', '(page sent at 23:38 UTC)'],
		['duration-mismatch', '33 minutes (old pool', '23 minutes (old pool'],
		['duration-mismatch', '19 minutes of draining', '29 minutes of draining'],
		['field-conflict', '**Date**: February 11, 2025', '**Date**: February 21, 2025'],
		['field-conflict', '**Date**: February 11, 2025', '**Date**: February 11, 2024'],
		['time-zone-mismatch', '| 23:44 | 18:44 |', '| 23:44 | 19:44 |'],
		['time-zone-mismatch', '| 23:44 | 18:44 |', '| 23:42 | 18:44 |'],
		['time-zone-mismatch', '| 23:44 | 18:44 |', '| 23:54 | 18:44 |'],
		['time-zone-mismatch', '(New York: UTC-5)', '(New York: UTC-4)'],
		['time-zone-not-in-force', '| Time (ET) |', '| Time (EDT) |'],
		['time-zone-mixed', '| 00:10 | 19:10 |', '| 01:10 CET | 19:10 |'],
		['date-implausible', '🔄 In Progress | 2025-02-19 |', '🔄 In Progress | 2024-02-19 |'],
	];
	for (const [rule, from, to] of faults) it(`${rule}: ${to}`, () => found(planted(text, from.replace('🔄', 'ğŸ”„'), to.replace('🔄', 'ğŸ”„')), rule));
	it('timeline-out-of-order: two rows changed places', () => {
		const [first, second] = ['| 23:51 |', '| 23:53 |'].map((start) => text.split('\n').find((line) => line.startsWith(start))!);
		found(text.replace(`${first}\n${second}\n`, `${second}\n${first}\n`), 'timeline-out-of-order');
	});
});

describe('faults planted in a short document of one zone', () => {
	const text = `# Postmortem: sign-in down on 2025-03-14

- **Severity:** SEV2
- **Started:** 2025-03-14 09:05 UTC
- **Resolved:** 2025-03-14 09:50 UTC
- **Duration:** 45 minutes

## Timeline

| Time (UTC) | Event |
| --- | --- |
| 2025-03-14 09:00 | Release of the session store |
| 2025-03-14 09:05 | Sign-ins fail |
| 2025-03-14 09:08 | Alert fires |
| 2025-03-14 09:20 | Release found |
| 2025-03-14 09:38 | Rollback complete |
| 2025-03-14 09:50 | Incident declared resolved |
`;
	it('finds none where none is', () => assert.deepEqual(worded(clockFindings(text), text), []));
	const faults: readonly (readonly [rule: string, from: string, to: string])[] = [
		['duration-mismatch', '45 minutes', '54 minutes'],
		['date-implausible', '2025-03-14 09:20', '2024-03-14 09:20'],
		['date-implausible', '2025-03-14 09:20', '2025-02-30 09:20'],
		['phase-out-of-order', '**Resolved:** 2025-03-14 09:50', '**Resolved:** 2025-03-14 08:50'],
	];
	for (const [rule, from, to] of faults) it(`${rule}: ${to}`, () => assert.ok(clockFindings(planted(text, from, to)).some((finding) => finding.rule === rule), worded(clockFindings(planted(text, from, to)), text).join('\n')));
	it('time-without-zone', () => found(text.replaceAll(' UTC', '').replace('Time (UTC)', 'Time'), 'time-without-zone'));
	it('timeline-gap', () => {
		const late = text.replace('09:50 |', '13:50 |').replace('09:50 UTC', '13:50 UTC').replace('45 minutes', '4 hours 45 minutes');
		assert.deepEqual(clockFindings(late).map(({ rule, related }) => [rule, related?.length]), [['timeline-gap', 1]]);
	});
	it('timeline-phase-missing', () => {
		const mute = text.replace('Alert fires', 'Coffee').replace('Release found', 'The team meets');
		assert.deepEqual(clockFindings(mute).map(({ rule }) => rule), ['timeline-phase-missing']);
	});
});
