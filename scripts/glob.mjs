import { existsSync, readdirSync } from 'node:fs';

/** Files below a folder whose name ends so, sorted. Paths with `/`. */
export function globSync(folder, ending) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith(ending))
		.map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.replaceAll('\\', '/'))
		.sort();
}
