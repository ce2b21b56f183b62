import path from 'node:path';
import { run } from '../../server/src/cli/run';
import type { PostmortemJson } from '../../server/src/core/features/readJson';

/** What `postmortem read` prints for a document, on a fixed day. */
export async function readJson(file: string): Promise<PostmortemJson> {
	let out = '';
	let errors = '';
	const status = await run(['read', path.basename(file)], {
		cwd: path.dirname(file), env: {}, isTerminal: false, now: () => Date.UTC(2026, 10, 25),
		out: (text) => void (out += text), err: (text) => void (errors += text), stdin: async () => new Uint8Array(),
	});
	if (status !== 0) throw new Error(`${file}: ${errors}`);
	return JSON.parse(out) as PostmortemJson;
}
