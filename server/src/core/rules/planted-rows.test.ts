/** A fault in each row of a long timeline in two zones, one at a time: each is found once, and its fix takes it away and brings nothing new. */
import assert from 'node:assert/strict';
import { lint } from '../../../../test/kit/lint';
import { applyEdits } from '../text/edit';
import { RULES } from './index';

const CLOCK_RULES = RULES.filter(({ id }) => /^(?:time-|date-|timeline-(?:out|gap|phase)|phase-|duration-|field-conflict)/.test(id));

const EVENTS = [
	'03:02 Shift change, Ida Brandt takes the pager', '03:08 Release 7.4.0 of the meter gateway starts', '03:09 First pod is replaced', '03:11 Smoke test passes', '03:14 **Outage begins**: readings are rejected', '03:15 Rejections at 8 %', '03:16 Half of the pods are replaced', '03:17 **Alert fires**: "rejected readings above 5 %"', '03:17 **Ida acknowledges the alert**', '03:19 Rejections at 41 %',
	'03:20 Channel #meters opened', '03:22 Dashboard shows one error for all: unknown unit', '03:25 Logs name the new parser', '03:27 Parser is part of 7.4.0', '03:29 **Decision to roll back**', '03:30 Rollback starts', '03:30 Status page says "investigating"', '03:33 Three pods on 7.3.9', '03:36 Rejections at 20 %', '03:39 Seven pods on 7.3.9',
	'03:41 Rejections at 6 %', '03:44 **Rollback complete**: all pods on 7.3.9', '03:46 Rejections below 1 %', '03:50 Backlog of readings is replayed', '04:05 Half of the backlog is in', '04:20 Backlog is in', '04:22 Utilities are told', '04:30 Status page says "monitoring"', '04:40 No new rejections', '04:55 **Incident declared resolved**',
	'07:55 Release of 7.4.1 planned', '08:10 Parser fix reviewed', '09:05 Notes for the review collected',
];
const ROWS = EVENTS.map((event) => {
	const [, hour, minute, text] = /^(\d\d):(\d\d) (.*)$/.exec(event)!;
	return { utc: `${hour}:${minute}`, local: `${String((Number(hour) + 16) % 24).padStart(2, '0')}:${minute}`, text };
});

const HEAD = `# Incident Postmortem: 2024-01-16 - Meter Readings Rejected

## Meta

- **Date**: January 16, 2024
- **Incident Duration**: 101 minutes (03:14 - 04:55 UTC)
- **Detection Time**: 3 minutes (alert fired at 03:17 UTC)
- **Time to Mitigation**: 30 minutes (rollback complete at 03:44 UTC)
- **Severity**: SEV2 (Degraded)
- **Status**: Resolved

## Executive Summary

On January 16, 2024 at 03:14 UTC, release 7.4.0 began to reject readings. This SEV2 incident lasted 101 minutes.

## Timeline

All times in UTC (Pacific: UTC-8)

| Time (UTC) | Time (PT) | Event |
|------------|-----------|-------|
`;

function written(rows: readonly { utc: string; local: string; text: string | undefined }[]): string {
	return `${HEAD}${rows.map(({ utc, local, text }) => `| ${utc} | ${local} | ${text} |\n`).join('')}\n## Root Cause\n\nThe parser knew no unit of old meters.\n`;
}

const TEXT = written(ROWS);
const worded = (text: string) => lint(text, CLOCK_RULES).map(({ rule, message, span }) => `${text.slice(0, span.start).split('\n').length}: ${rule}: ${message}`);

function foundOnce(text: string, rule: string): void {
	const findings = lint(text, CLOCK_RULES);
	assert.deepEqual(findings.map((finding) => finding.rule), [rule], worded(text).join('\n'));
	const fixes = findings[0]!.fixes();
	assert.ok(fixes.length > 0, `${findings[0]!.message}: no fix`);
	for (const { title, edits } of fixes) assert.deepEqual(worded(applyEdits(text, edits)), [], title);
}

/** One cell of a row moved by `minutes`. */
function moved(index: number, cell: 'utc' | 'local', minutes: number): string {
	return written(ROWS.map((row, at) => (at === index ? { ...row, [cell]: later(row[cell], minutes) } : row)));
}

function later(clock: string, minutes: number): string {
	const total = (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) + minutes + 1440) % 1440;
	return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

describe('a timeline of 33 rows in two zones', () => {
	it('has 33 rows, the last over midnight in the second zone', () => assert.deepEqual([ROWS.length, ROWS[30]!.local, ROWS[31]!.local], [33, '23:55', '00:10']));
	it('has no fault', () => assert.deepEqual(worded(TEXT), []));
	for (const index of ROWS.keys()) {
		for (const minutes of [60, 720]) it(`finds row ${index + 1} ${minutes} minutes off in the second zone`, () => foundOnce(moved(index, 'local', minutes), 'time-zone-mismatch'));
	}
	for (const index of [...ROWS.keys()].slice(1, -1)) {
		for (const minutes of [240, -240].slice(index % 2, index % 2 + 1)) it(`finds row ${index + 1} ${minutes} minutes off in the first zone`, () => foundOnce(moved(index, 'utc', minutes), 'time-zone-mismatch'));
	}
	const faults: readonly (readonly [rule: string, from: string, to: string])[] = [
		['duration-mismatch', '**Incident Duration**: 101 minutes', '**Incident Duration**: 111 minutes'], ['duration-mismatch', '**Incident Duration**: 101 minutes', '**Incident Duration**: 2h 11m'],
		['duration-mismatch', '**Detection Time**: 3 minutes', '**Detection Time**: 13 minutes'], ['duration-mismatch', '**Time to Mitigation**: 30 minutes', '**Time to Mitigation**: 20 minutes'],
		['duration-mismatch', 'incident lasted 101 minutes', 'incident lasted 141 minutes'], ['duration-mismatch', 'incident lasted 101 minutes', 'incident lasted two and a half hours'],
		['time-zone-mismatch', '(Pacific: UTC-8)', '(Pacific: UTC-7)'], ['time-zone-mismatch', '(Pacific: UTC-8)', '(PST: UTC-7)'],
		['time-zone-not-in-force', '| Time (PT) |', '| Time (PDT) |'],
	];
	for (const [rule, from, to] of faults) it(`finds ${to}`, () => foundOnce(TEXT.replace(from, to), rule));
	const without: readonly (readonly [rule: string, from: string, to: string])[] = [
		['field-conflict', '**Severity**: SEV2', '**Severity**: SEV3'], ['field-conflict', 'This SEV2 incident', 'This SEV1 incident'], ['field-conflict', '- **Date**: January 16, 2024', '- **Date**: January 26, 2024'], ['field-conflict', 'On January 16, 2024', 'On January 16, 2023'],
	];
	for (const [rule, from, to] of without) it(`finds ${to}, for a person to decide`, () => assert.deepEqual(lint(TEXT.replace(from, to), CLOCK_RULES).map((finding) => [finding.rule, (finding.related ?? []).length]), [[rule, 1]]));
	for (const index of [...ROWS.keys()].slice(1)) {
		if (ROWS[index]!.utc === ROWS[index - 1]!.utc) continue;
		it(`finds rows ${index} and ${index + 1} that changed places`, () => foundOnce(written(ROWS.map((row, at) => (at === index ? ROWS[index - 1]! : at === index - 1 ? ROWS[index]! : row))), 'timeline-out-of-order'));
	}
});
