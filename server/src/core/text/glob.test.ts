import assert from 'node:assert/strict';
import { matchesGlob, matchesGlobs } from './glob';

describe('matchesGlob', () => {
	const cases: [glob: string, path: string, matches: boolean][] = [
		['docs/*.md', 'docs/a.md', true],
		['docs/*.md', 'docs/x/a.md', false],
		['docs/**/*.md', 'docs/a.md', true],
		['docs/**/*.md', 'docs/x/y/a.md', true],
		['./docs/**', 'docs/x/a.md', true],
		['docs/', 'docs/x/a.md', true],
		['*.md', 'docs/x/a.md', true],
		['/*.md', 'docs/a.md', false],
		['**/postmortem*.{md,markdown}', 'a/postmortem-1.markdown', true],
		['a?c.md', 'abc.md', true],
		['[0-9][0-9].md', '24.md', true],
		['[!0-9].md', '4.md', false],
		['[.md', '[.md', true],
		['{a,{b,c}}.md', 'c.md', true],
		['docs/*.md', 'Docs/a.md', false],
	];
	for (const [glob, path, matches] of cases) {
		it(`${glob} ${matches ? 'means' : 'does not mean'} ${path}`, () => assert.equal(matchesGlob(path, glob), matches));
	}

	it('takes no longer than pattern × path on patterns made to be slow', () => {
		const started = performance.now();
		assert.equal(matchesGlob('a'.repeat(400), `${'*a'.repeat(200)}b`), false);
		assert.equal(matchesGlob('a/'.repeat(300) + 'y', '**/'.repeat(100) + 'x'), false);
		assert.equal(matchesGlob('a'.repeat(40), '{a,b}'.repeat(40)), false);
		assert.ok(performance.now() - started < 500);
	});

	it('takes back by `!` what an earlier glob matched', () => {
		assert.equal(matchesGlobs('docs/a.md', ['docs/**', '!docs/a.md']), false);
		assert.equal(matchesGlobs('docs/b.md', ['docs/**', '!docs/a.md']), true);
		assert.equal(matchesGlobs('docs/a.md', ['!docs/a.md', 'docs/**']), true);
		assert.equal(matchesGlobs('docs/a.md', []), false);
	});
});
