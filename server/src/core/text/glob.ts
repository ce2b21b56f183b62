/** Globs over paths with `/`: `*`, `**`, `?`, `{a,b}`, `[abc]`; a glob without `/` matches the file name in any folder. */

/** Whether one of the globs matches; one that starts with `!` takes back what an earlier one matched. */
export function matchesGlobs(path: string, globs: readonly string[]): boolean {
	let matched = false;
	for (const glob of globs) {
		const negated = glob.startsWith('!');
		if (matched !== negated) continue;
		if (matchesGlob(path, negated ? glob.slice(1) : glob)) matched = !negated;
	}
	return matched;
}

function matchesGlob(path: string, glob: string): boolean {
	const clean = glob.replace(/^\.?\//, '').replace(/\/$/, '/**');
	return alternatives(clean, 0).some((each) => matchParts(path.split('/'), each.includes('/') ? each.split('/') : ['**', each], 0, 0));
}

/** At most 64 expansions of `{a,b}`. */
function alternatives(glob: string, depth: number): string[] {
	const found = /\{([^{}]*)\}/.exec(glob);
	if (!found || depth > 5) return [glob];
	return found[1]!.split(',').flatMap((each) => alternatives(glob.slice(0, found.index) + each + glob.slice(found.index + found[0].length), depth + 1)).slice(0, 64);
}

function matchParts(path: readonly string[], glob: readonly string[], at: number, part: number): boolean {
	for (; part < glob.length; part++, at++) {
		if (glob[part] === '**') {
			for (let skip = at; skip <= path.length; skip++) if (matchParts(path, glob, skip, part + 1)) return true;
			return part === glob.length - 1 && at < path.length;
		}
		if (at >= path.length || !matchName(path[at]!, glob[part]!)) return false;
	}
	return at === path.length;
}

/** Greedy matching with one point to go back to: linear for any pattern. */
function matchName(name: string, glob: string): boolean {
	let star = -1;
	let mark = 0;
	let at = 0;
	let part = 0;
	while (at < name.length) {
		const set = glob[part] === '[' ? /^\[([^\]]+)\]/.exec(glob.slice(part)) : null;
		if (set && set[1]!.includes(name[at]!)) { part += set[0].length; at++; }
		else if (!set && part < glob.length && (glob[part] === '?' || glob[part] === name[at]) && glob[part] !== '*') { part++; at++; }
		else if (glob[part] === '*') { star = part++; mark = at; }
		else if (star >= 0) { part = star + 1; at = ++mark; }
		else return false;
	}
	while (glob[part] === '*') part++;
	return part === glob.length;
}
