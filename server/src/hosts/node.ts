/** A host on the local disk. */
import { fileURLToPath } from 'node:url';
import { decodeText } from './decodeText';
import { readFile, readdir, stat } from './disk';
import { clock, type Host } from './host';

/** Larger files are nobody's config, template or postmortem. */
const LARGEST = 32 * 1024 * 1024;

export const nodeHost: Host = {
	...clock,
	async read(uri) {
		const path = pathOf(uri);
		if (path === undefined) return undefined;
		try {
			const { size } = await stat(path);
			return size > LARGEST ? undefined : decodeText(await readFile(path));
		} catch {
			return undefined;
		}
	},
	async list(folder) {
		const path = pathOf(folder);
		if (path === undefined) return [];
		try {
			const entries = await readdir(path, { withFileTypes: true });
			return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
		} catch {
			return [];
		}
	},
};

function pathOf(uri: string): string | undefined {
	try {
		return fileURLToPath(uri);
	} catch {
		return undefined; // untitled, virtual, or a path that this system cannot have
	}
}
