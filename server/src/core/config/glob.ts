/** Globs of a config: `*`, `**`, `?` and `{a,b}`, compared part by part in time linear in pattern times path. */

/** Most alternatives that the braces of one glob may spell out. */
const MOST_ALTERNATIVES = 64;

/** Whether a path (with `/`, relative to the same folder as the globs) fits one of them. */
export function matchesGlob(globs: readonly string[], path: string): boolean {
	const parts = path.split('/');
	return globs.some((glob) => alternatives(glob).some((each) => matchParts(each.replace(/^\.?\//, '').split('/'), parts)));
}

/** A glob that ends in `/` means all below that folder. */
function matchParts(pattern: readonly string[], parts: readonly string[]): boolean {
	const wanted = pattern.at(-1) === '' ? [...pattern.slice(0, -1), '**'] : pattern;
	return matchSequence(wanted, parts, (glob) => glob === '**', matchName);
}

function matchName(glob: string, name: string): boolean {
	return matchSequence([...glob], [...name], (sign) => sign === '*', (sign, letter) => sign === '?' || sign === letter);
}

/** Whether the pattern covers all items; a wild one covers any number of them. */
function matchSequence<P, T>(pattern: readonly P[], items: readonly T[], isWild: (sign: P) => boolean, fits: (sign: P, item: T) => boolean): boolean {
	let reached = Array.from({ length: items.length + 1 }, (_, count) => count === 0);
	for (const sign of pattern) {
		const next = new Array<boolean>(items.length + 1).fill(false);
		if (isWild(sign)) {
			let any = false;
			for (let count = 0; count <= items.length; count++) next[count] = any ||= reached[count]!;
		} else {
			for (let count = 0; count < items.length; count++) if (reached[count] && fits(sign, items[count]!)) next[count + 1] = true;
		}
		reached = next;
	}
	return reached[items.length]!;
}

/** `a/{b,c}` as `a/b` and `a/c`. */
function alternatives(glob: string): readonly string[] {
	const open = [glob];
	const done: string[] = [];
	while (open.length > 0 && open.length + done.length <= MOST_ALTERNATIVES) {
		const each = open.shift()!;
		const braces = /\{([^{}]*)\}/.exec(each);
		if (!braces) done.push(each);
		else for (const choice of braces[1]!.split(',')) open.push(each.slice(0, braces.index) + choice + each.slice(braces.index + braces[0].length));
	}
	return done;
}
