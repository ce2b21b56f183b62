import assert from 'node:assert/strict';
import { readDocument } from '../../../../test/kit/read-document';

/** `line-endLine level mark role title` of each section. */
function sections(...lines: string[]): string[] {
	const doc = readDocument(`${lines.join('\n')}\n`);
	return doc.sections.map((section) => `${doc.lines.lineAt(section.heading.start) + 1}-${doc.lines.lineAt(section.span.end - 1) + 1} ${section.level} ${section.marked} ${section.role ?? '-'} ${section.title?.text ?? '(none)'}`);
}

describe('sections', () => {
	it('reads ATX and setext headings', () => assert.deepEqual(sections('# Outage', '', '## 1. Impact:', '', 'Bad.', '', 'Timeline', '--------', '', '- 10:00 a'), ['3-6 2 atx impact Impact', '7-10 2 setext timeline Timeline']));
	it('reads bold lines, and labelled items below them', () => assert.deepEqual(sections('**Issue Summary:**', '- **Duration:** 2 hours', '- **Impact:**', '  - Logins failed.', '', '**Root Cause:**', 'A bad setting.'), ['1-5 2 bold summary Issue Summary', '3-5 3 label impact Impact', '6-7 2 bold root-cause Root Cause']));
	it('reads labels with text behind them', () => assert.deepEqual(sections('Timeline:', '•\t10:00 AM: a', '•\t10:05 AM: b', 'Root Cause and Resolution: The root cause was a setting that nobody had looked at.', 'More.'), ['1-3 2 label timeline Timeline', '4-5 2 label root-cause Root Cause and Resolution']));
	it('reads labels right below a bullet', () => assert.deepEqual(sections('Issue Summary:', '- Logins failed', 'Timeline:', '- 10:00 UTC a', 'Root Cause:', 'A setting.').map((section) => section.replace(/^\S+ /, '')), ['2 label summary Issue Summary', '2 label timeline Timeline', '2 label root-cause Root Cause']));
	it('puts an opening text under no title', () => assert.deepEqual(sections('On March 1 the login service was down for all of our users from ten to twelve.', '', 'Timeline:', '- 10:00 a', '- 10:05 b'), ['1-2 2 none summary (none)', '3-5 2 label timeline Timeline']));
	it('reads headings that Markdown does not see', () => assert.deepEqual(sections('###Timeline', '', '- 10:00 a', '', '\\## Impact', '', 'Bad.', '', '<h2>Root cause</h2>', '', 'A setting.'), ['1-4 3 none timeline Timeline', '5-8 2 none impact Impact', '9-11 2 none root-cause Root cause']));
	it('leaves bold words under real headings alone', () => assert.deepEqual(sections('# Outage', '', '## Root cause', '', '**Code change**:', 'A refactoring.', '', '## Lessons learned', '', '**Lesson**: test.', '', '**Impact**: fewer bugs in the long run, it is hoped.'), ['3-7 2 atx root-cause Root cause', '8-12 2 atx lessons Lessons learned']));
	it('reads parts of lessons marked in bold', () => assert.deepEqual(sections('# Outage', '', '## Timeline', '', '## Lessons learned', '', '**What went well**', '', '- The alert', '', '**What went wrong**', '', '- The rest'), ['3-4 2 atx timeline Timeline', '5-13 2 atx lessons Lessons learned', '7-10 3 bold went-well What went well', '11-13 3 bold went-wrong What went wrong']));
	it('takes no row of a timeline for a section', () => assert.deepEqual(sections('**Timeline**', '', '**10:00 UTC:** Detection', '', '**10:05 UTC:** Resolution'), ['1-5 2 bold timeline Timeline']));
	it('reads a document within one fence', () => assert.deepEqual(sections('```markdown', '# Outage', '', '## Impact', '', 'Bad.', '', '## Timeline', '', '- 10:00 a', '```'), ['4-7 2 atx impact Impact', '8-11 2 atx timeline Timeline']));
	it('gives each section its whole lines, with CRLF too', () => assert.deepEqual(sections('# Outage\r', '\r', '## Impact\r', '\r', 'Bad.\r'), ['3-5 2 atx impact Impact']));
});
