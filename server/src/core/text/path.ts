/** Paths as documents and configs write them: `/` between the parts, relative to one root folder. */

/** The folder of a file; empty for a file in the root. */
export function folderOf(path: string): string {
	return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/**
 * The path from the root of what a file in `folder` writes as `relative`, or `undefined` where that is absolute, a URI
 * or leads out of the root.
 */
export function resolvePath(folder: string, relative: string): string | undefined {
	if (/^(?:[/\\]|[a-z][a-z\d+.-]*:)/i.test(relative)) return undefined;
	const parts = folder === '' ? [] : folder.split('/');
	for (const part of relative.replaceAll('\\', '/').split('/')) {
		if (part === '' || part === '.') continue;
		if (part !== '..') parts.push(part);
		else if (parts.pop() === undefined) return undefined;
	}
	return parts.join('/');
}

/** How a file in `folder` writes the path of another one. */
export function relativePath(folder: string, path: string): string {
	const from = folder === '' ? [] : folder.split('/');
	const to = path.split('/');
	let shared = 0;
	while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
	return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
