/** Globs as people write them in the config and on the command line: `*`, `**`, `?`, `[a-z]`, `{a,b}`. */

/** Most alternatives that the braces of one glob are taken for; those behind are left out. */
const MOST_ALTERNATIVES = 256;

/** Whether one of the globs matches; one that starts with `!` takes back what an earlier one matched. */
export function matchesGlobs(path: string, globs: readonly string[]): boolean {
	let matched = false;
	for (const glob of globs) {
		const negated = glob.startsWith('!');
		if (matched === negated && matchesGlob(path, negated ? glob.slice(1) : glob)) matched = !negated;
	}
	return matched;
}

/**
 * Whether a path (with `/`, no leading `./`) is meant by a glob. A glob without a slash means a name in any folder; a
 * glob that ends in `/` means all below that folder. Time grows with pattern × path, whatever they are.
 */
export function matchesGlob(path: string, glob: string): boolean {
	return alternatives(glob.replace(/^\.\//, '')).some((pattern) => {
		const anchored = pattern.replace(/^\//, '');
		const folders = anchored.endsWith('/') ? `${anchored}**` : anchored;
		const segments = pattern.includes('/') ? folders.split('/') : ['**', folders];
		return matchSegments(segments, path.split('/'));
	});
}

/** Whether a text holds a mark that makes it a glob. */
export function isGlob(text: string): boolean {
	return /[*?[\]{}]/.test(text);
}

function alternatives(glob: string): string[] {
	const done: string[] = [];
	const open = [glob];
	while (open.length > 0 && done.length + open.length <= MOST_ALTERNATIVES) {
		const pattern = open.pop()!;
		const brace = /\{([^{}]*)\}/.exec(pattern);
		if (!brace) done.push(pattern);
		else for (const choice of brace[1]!.split(',')) open.push(pattern.slice(0, brace.index) + choice + pattern.slice(brace.index + brace[0].length));
	}
	return done;
}

/** Row by row as in a comparison of two texts, `**` standing for any number of segments. */
function matchSegments(pattern: readonly string[], path: readonly string[]): boolean {
	let reached: boolean[] = [true, ...path.map(() => false)];
	for (const part of pattern) {
		const next: boolean[] = [part === '**' && reached[0]!];
		for (let at = 0; at < path.length; at++) {
			next.push(part === '**' ? reached[at + 1]! || next[at]! : reached[at]! && matchName(part, path[at]!));
		}
		reached = next;
	}
	return reached[path.length]!;
}

function matchName(pattern: string, name: string): boolean {
	const tokens = tokensOf(pattern);
	const letters = [...name];
	let reached: boolean[] = [true, ...letters.map(() => false)];
	for (const token of tokens) {
		const next: boolean[] = [token === '*' && reached[0]!];
		for (let at = 0; at < letters.length; at++) {
			next.push(token === '*' ? reached[at + 1]! || next[at]! : reached[at]! && matchLetter(token, letters[at]!));
		}
		reached = next;
	}
	return reached[letters.length]!;
}

/** Letters, and sets with their brackets; a bracket that is never closed is a letter. */
function tokensOf(pattern: string): string[] {
	const letters = [...pattern];
	const tokens: string[] = [];
	for (let at = 0; at < letters.length; at++) {
		const end = letters[at] === '[' ? letters.indexOf(']', at + 2) : -1;
		tokens.push(end < 0 ? letters[at]! : letters.slice(at, end + 1).join(''));
		if (end >= 0) at = end;
	}
	return tokens;
}

function matchLetter(token: string, letter: string): boolean {
	if (token === '?') return true;
	if (token.length < 3 || !token.startsWith('[')) return token === letter;
	const negated = token[1] === '!' || token[1] === '^';
	const set = Array.from(token.slice(negated ? 2 : 1, -1));
	let found = false;
	for (let i = 0; i < set.length; i++) {
		if (set[i + 1] === '-' && i + 2 < set.length) {
			found ||= set[i]! <= letter && letter <= set[i + 2]!;
			i += 2;
		} else found ||= set[i] === letter;
	}
	return found !== negated;
}
