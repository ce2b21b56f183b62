/** What the core asks a host for when it looks for config, templates and documents. */
import { joinUri } from './uri';

export interface FolderEntry {
	readonly name: string;
	readonly isFolder: boolean;
}

export interface Files {
	/** The text of a file; `undefined` where there is none or it cannot be read. Never rejects. */
	read(uri: string): Promise<string | undefined>;
	/** What a folder holds, not deeper; empty where there is none or it cannot be read. Never rejects. */
	list(folder: string): Promise<readonly FolderEntry[]>;
}

/** Folders that never hold a team's own documents. */
const SKIPPED = new Set(['node_modules', '.git', '.hg', '.svn']);
/** Most folders that one search looks into, most levels down. */
const MOST_FOLDERS = 20_000;
const DEEPEST = 40;

/** All files below a folder whose name passes, folder by folder, sorted by name. */
export async function findFiles(files: Files, folder: string, wanted: (name: string) => boolean): Promise<string[]> {
	const found: string[] = [];
	const open: { folder: string; depth: number }[] = [{ folder, depth: 0 }];
	for (let seen = 0; open.length > 0 && seen < MOST_FOLDERS; seen++) {
		const { folder: at, depth } = open.pop()!;
		const entries = [...(await files.list(at))].sort((a, b) => (a.name < b.name ? -1 : 1));
		found.push(...entries.filter((entry) => !entry.isFolder && wanted(entry.name)).map((entry) => joinUri(at, entry.name)));
		const folders = entries.filter((entry) => entry.isFolder && !SKIPPED.has(entry.name) && depth < DEEPEST);
		open.push(...folders.reverse().map((entry) => ({ folder: joinUri(at, entry.name), depth: depth + 1 })));
	}
	return found;
}

export function isMarkdownName(name: string): boolean {
	return /\.(?:md|markdown|mdown|mkd)$/i.test(name);
}
