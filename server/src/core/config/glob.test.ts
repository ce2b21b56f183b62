import assert from 'node:assert/strict';
import { matchesGlob } from './glob';

describe('matchesGlob', () => {
	for (const [glob, path, expected] of [
		['docs/**/*.md', 'docs/a.md', true],
		['docs/**/*.md', 'docs/a/b/c.md', true],
		['docs/**/*.md', 'other/a.md', false],
		['*.md', 'a.md', true],
		['*.md', 'a/b.md', false],
		['**', 'a/b.md', true],
		['docs/', 'docs/x/y.md', true],
		['./docs/*', 'docs/x.md', true],
		['docs/202?-*.md', 'docs/2024-outage.md', true],
		['docs/202?-*.md', 'docs/202-outage.md', false],
		['{a,b}/*.{md,markdown}', 'b/x.markdown', true],
		['{a,b}/*.{md,markdown}', 'c/x.md', false],
		['**/postmortem*/**', 'x/postmortems/2024/a.md', true],
		['a+(b).md', 'a+(b).md', true],
		['docs/ß*.md', 'docs/ßx.md', true],
	] as const) {
		it(`${glob} ${expected ? 'holds' : 'leaves out'} ${path}`, () => assert.equal(matchesGlob([glob], path), expected));
	}
	it('stays quick on stars', () => assert.equal(matchesGlob([`${'*a'.repeat(500)}b`], 'a'.repeat(2000)), false));
	it('stays quick on braces', () => assert.equal(matchesGlob(['{a,b}'.repeat(40)], 'a'), false));
});
