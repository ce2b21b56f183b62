// Opens documents in whatever VS Code there is, with the extension loaded from this repository.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../workbench/cache.mjs';
import { codeOnPath, downloadVSCode } from '../workbench/find.mjs';
import { startNodeHost } from '../workbench/node-host.mjs';

/** `code` on the PATH, else a downloaded VS Code, else the workbench for a browser, which runs until it is interrupted. */
export async function openInEditor({ extension, files }) {
	const folder = commonFolder(files);
	const code = codeOnPath();
	if (code) return runEditor(code, ['--new-window', `--extensionDevelopmentPath=${extension}`, folder, ...files]);

	const profile = path.join(cacheFolder, 'profile');
	const [userData, extensions] = ['user-data', 'extensions'].map((name) => path.join(profile, name));
	for (const each of [userData, extensions]) mkdirSync(each, { recursive: true });
	const downloaded = await downloadVSCode();
	if (downloaded) {
		return runEditor(downloaded, [`--extensionDevelopmentPath=${extension}`, `--user-data-dir=${userData}`, `--extensions-dir=${extensions}`, '--disable-workspace-trust', '--skip-welcome', folder, ...files]);
	}

	const host = await startNodeHost({ extension, open: folder, file: files[0], userData, extensions });
	console.log(`\nVS Code with the extension: ${host.url}\nOpen this address in a browser. Ctrl+C ends it.`);
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
	await host.ended;
}

/** Resolves when the editor's command returns. */
function runEditor(command, args) {
	const editor = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
	console.log(`\nOpening VS Code (${command}) with the extension …`);
	return new Promise((resolve, reject) => {
		editor.once('error', reject);
		editor.once('exit', resolve);
	});
}

/** The deepest folder that holds all files. */
function commonFolder(files) {
	const [first, ...others] = files.map((file) => path.dirname(file));
	const isAbove = (folder, other) => other === folder || other.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
	let folder = first;
	while (!others.every((other) => isAbove(folder, other))) folder = path.dirname(folder);
	return folder;
}
