// Which VS Code the suites run in.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SilentReporter, downloadAndUnzipVSCode } from '@vscode/test-electron';
import { cacheFolder } from './cache.mjs';

const ADAPTER = path.join(path.dirname(fileURLToPath(import.meta.url)), 'adapter.mjs');

/** Whether a window of a desktop program can be shown. */
export function hasDisplay() {
	return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * The executable to hand to `runTests`: the one named in VSCODE_TEST_EXECUTABLE, else a downloaded VS Code where it can
 * be downloaded and shown, else the adapter, which shows the real workbench in a headless browser.
 */
export async function findVSCode() {
	if (process.env.VSCODE_TEST_EXECUTABLE) return { executable: process.env.VSCODE_TEST_EXECUTABLE, kind: 'named' };
	if (hasDisplay()) {
		const executable = await downloadVSCode();
		if (executable) return { executable, kind: 'downloaded' };
	}
	if (process.platform === 'win32') throw new Error('No VS Code: the download failed, and the workbench in a browser needs Linux or macOS');
	return { executable: ADAPTER, kind: 'workbench in a browser' };
}

/** A VS Code of its own in the cache, or `undefined` where it cannot be downloaded. */
export async function downloadVSCode() {
	console.log('Looking for a VS Code to download …');
	try {
		// The reporter that draws progress goes on drawing, without end, when a download fails in a terminal.
		return await downloadAndUnzipVSCode({ version: 'stable', cachePath: path.join(cacheFolder, 'downloaded'), reporter: new SilentReporter() });
	} catch (error) {
		console.log(`VS Code could not be downloaded: ${error.message}`);
		return undefined;
	}
}

/** `code` on the PATH, or `undefined`. */
export function codeOnPath() {
	const { status } = spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' });
	return status === 0 ? 'code' : undefined;
}
