/** Markdown documents from folders of the repository, and of the one beside it where it is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { NamedText } from './laws-run';

/** Real documents of other people, which are no part of the repository. */
export const SHARED = path.resolve('..', 'shared');

/** All `.md` files below a folder, by name; none where there is no such folder. */
export function documentsIn(folder: string): NamedText[] {
	if (!existsSync(folder)) return [];
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).sort();
	return files.map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
}
