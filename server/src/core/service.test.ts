/** Documents put together at random: nothing throws, every place lies in the text, line endings change nothing. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lint, read } from '../../../test/kit/lint';
import { rewritesAt } from './service';

const SEED = Number(process.env['SEED'] ?? 374_108);
const RUNS = Number(process.env['RUNS'] ?? 40);

const piece = fc.constantFrom(
	'# Postmortem: queue down', '## Timeline', '## Impact', '### 10:05', 'Action items', '----', '**Root cause**', 'Severity: SEV2', '- **Date:** 2024-03-01',
	'- 10:04 alert fired', '10:05 UTC - rolled back', '  - 10:06 nested', '* 25:99 what', '1. TODO', '- [ ] Fix it (@ana) by 2024-04-01', '> 10:00 quoted', '| Time | Event |', '| --- | --- |', '| 10:00 PST | down \\| up |  ',
	'```', '~~~', '<!-- postmortem-disable', '<!-- postmortem-disable-line nope -->', '<li>10:00 x</li>', '---', 'template: sre', 'â€™ 🔥 \u{d800}', '\t•\t11:00 late', 'Total duration: 2 hours', '12/2/2024', '', '', '    10:00 indented', '\u2028\u00a0\ufeff',
);
const documents = fc.array(fc.oneof({ weight: 9, arbitrary: piece }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, ' ')) }), { maxLength: 30 });

describe(`documents put together at random, SEED=${SEED}`, () => {
	it('are read, checked and rewritten', () => {
		fc.assert(fc.property(documents, (lines) => {
			const text = lines.join('\n');
			const doc = read(text);
			for (const finding of lint(text)) {
				assertInside(text, finding.span);
				for (const { edits } of finding.fixes()) assertApart(text, edits.map((edit) => edit.span));
			}
			for (const { edits } of rewritesAt(doc, { start: 0, end: text.length })) assertApart(text, edits.map((edit) => edit.span));
		}), { seed: SEED, numRuns: RUNS });
	}).timeout(60_000);

	it('say the same with CRLF', () => {
		fc.assert(fc.property(documents, (lines) => assert.deepEqual(findings(lines.join('\r\n')), findings(lines.join('\n')))), { seed: SEED, numRuns: RUNS });
	}).timeout(60_000);
});

function findings(text: string): readonly string[] {
	const { lines } = read(text);
	return lint(text).map(({ rule, span, message }) => {
		const [start, end] = [lines.positionAt(span.start), lines.positionAt(span.end)];
		return `${start.line}:${start.character}-${end.line}:${end.character} ${rule} ${message.replaceAll('\r\n', '\n')}`;
	});
}

function assertInside(text: string, { start, end }: { start: number; end: number }): void {
	assert.ok(start >= 0 && start <= end && end <= text.length, `${start}-${end} of ${text.length}`);
}

function assertApart(text: string, spans: readonly { start: number; end: number }[]): void {
	for (const span of spans) assertInside(text, span);
	const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
	for (const [index, span] of sorted.entries()) assert.ok(index === 0 || sorted[index - 1]!.end <= span.start, JSON.stringify(sorted));
}
