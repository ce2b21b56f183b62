/** Every rule's page is its test: examples of wrong and right, and what holds for all findings and fixes on them. */
import assert from 'node:assert/strict';
import { lint, read } from '../../../../test/kit/lint';
import { applyEdits } from '../text/edit';
import { fixAllOf, safeEdits } from './fix-all';
import { RULES } from './index';
import type { AnyRule } from './rule';
import { suppressionUnknown } from './suppression-unknown';

interface Example {
	readonly kind: string;
	readonly lines: readonly number[];
	readonly text: string;
}

const GRAMMAR = /^Unexpected \S.*, expected \S.*[^.]$/;
/** Found in YAML files, by their loaders, or in thousands of lines. */
const WITHOUT_EXAMPLES = new Set(['config-invalid', 'template-invalid', 'section-unread']);

for (const rule of RULES) {
	describe(rule.id, () => {
		const examples = examplesOf(rule.page());
		it('has a page with its name, a reason, a wrong and a right example', () => {
			assert.ok(rule.page().startsWith(`# ${rule.id}\n`));
			assert.match(rule.page(), /\n## Why\n\n\S/);
			if (!WITHOUT_EXAMPLES.has(rule.id)) assert.deepEqual([...new Set(examples.map(({ kind }) => kind))].sort(), ['right', 'wrong']);
		});
		for (const [index, { kind, lines, text }] of examples.entries()) {
			for (const [ending, source] of [['LF', text], ['CRLF', text.replaceAll('\n', '\r\n')]] as const) {
				it(`${kind} ${index + 1} with ${ending}`, () => {
					const found = findingsOf(rule, source);
					const doc = read(source);
					assert.deepEqual([...new Set(found.map(({ span }) => doc.lines.lineAt(span.start) + 1))], lines, found.map(({ message }) => message).join('\n'));
					for (const finding of found) {
						assert.match(finding.message, GRAMMAR);
						assert.ok(finding.span.start >= 0 && finding.span.start <= finding.span.end && finding.span.end <= source.length);
					}
				});
				if (kind === 'wrong') {
					it(`each fix of wrong ${index + 1} with ${ending} takes its finding away and keeps the line endings`, () => fixesHold(rule, source));
					it(`safe fixes of wrong ${index + 1} with ${ending} bring nothing new and are done at once`, () => safeFixesHold(source));
				}
			}
		}
	});
}

function fixesHold(rule: AnyRule, source: string): void {
	for (const finding of findingsOf(rule, source)) {
		for (const fix of finding.fixes()) {
			const fixed = applyEdits(source, fix.edits);
			const left = findingsOf(rule, fixed);
			assert.ok(left.length < findingsOf(rule, source).length, `${fix.title}\n${fixed}\n${left.map(({ message }) => message).join('\n')}`);
			if (source.includes('\r\n')) assert.doesNotMatch(fixed, /(?<!\r)\n/, fix.title);
			else assert.ok(!fixed.includes('\r'));
		}
	}
	const all = fixAllOf(rule.id, findingsOf(rule, source));
	if (all) assert.deepEqual(findingsOf(rule, applyEdits(source, all.edits)), [], all.title);
}

function safeFixesHold(source: string): void {
	const before = lint(source);
	const fixed = applyEdits(source, safeEdits(before));
	const known = new Set(before.map(({ rule, message }) => `${rule} ${message}`));
	const after = lint(fixed);
	assert.deepEqual(after.filter(({ rule, message }) => !known.has(`${rule} ${message}`)).map(({ message }) => message), []);
	assert.deepEqual(safeEdits(after), []);
}

/** What suppressions hide is known only when all rules run. */
function findingsOf(rule: AnyRule, source: string) {
	return (rule === suppressionUnknown ? lint(source) : lint(source, [rule])).filter((finding) => finding.rule === rule.id);
}

function examplesOf(page: string): readonly Example[] {
	return [...page.matchAll(/^```md (wrong|right)(?: lines=([\d,]+))?\n([\s\S]*?)^```$/gm)].map(([, kind, lines = '', text]) => ({ kind: kind!, lines: lines === '' ? [] : lines.split(',').map(Number), text: text! }));
}
