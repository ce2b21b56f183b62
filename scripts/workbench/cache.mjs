// What is fetched once and kept between runs: packages, unpacked below one folder outside the repository.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const cacheFolder = path.resolve(process.env.POSTMORTEM_VSCODE_CACHE || path.join(os.homedir(), '.cache', 'postmortem-vscode'));

/**
 * The folder `name` in the cache. When it is not there yet, `fill` is given an empty folder beside it, which is moved
 * into place only after `fill` is through: an install that was cut off leaves nothing that a later run would trust.
 */
export function cached(name, fill) {
	const folder = path.join(cacheFolder, name);
	if (existsSync(folder)) return folder;
	mkdirSync(cacheFolder, { recursive: true });
	const unfinished = mkdtempSync(path.join(cacheFolder, 'unfinished-'));
	try {
		fill(unfinished);
		renameSync(unfinished, folder);
	} catch (error) {
		rmSync(unfinished, { recursive: true, force: true });
		if (!existsSync(folder)) throw error; // otherwise another run was faster
	}
	return folder;
}

/** The unpacked npm package `spec` (`name@version`), no script of it run, no dependency of it installed. */
export function cachedPackage(spec) {
	return cached(folderNameOf(spec), (folder) => unpack(spec, folder));
}

/** Puts the files of the npm package `spec` into `folder`. */
export function unpack(spec, folder) {
	console.log(`Fetching ${spec} …`);
	run('npm', ['pack', spec, '--silent', '--pack-destination', folder], folder);
	const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
	run('tar', ['-xzf', archive, '--strip-components=1'], folder);
	rmSync(path.join(folder, archive));
}

/** Runs a command to its end; a failure throws with what the command said. */
export function run(command, args, cwd) {
	const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
	if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? `${stdout}${stderr}`.trim()}`);
}

export function folderNameOf(spec) {
	return spec.replace(/[^\w.@-]/g, '+');
}
