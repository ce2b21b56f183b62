// Finds the browser that draws the workbench; on Debian as root it is installed when missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const ELSEWHERE = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of a Chromium; throws with the way out where there is none. */
export function findChromium() {
	const found = installed();
	if (found) return found;
	if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		console.log('Installing Chromium …');
		const apt = (...args) => spawnSync('apt-get', args, { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
		apt('update');
		const { status, stderr } = apt('install', '-y', '--no-install-recommends', 'chromium');
		const now = installed();
		if (now) return now;
		throw new Error(`apt-get could not install chromium (status ${status}): ${stderr}`);
	}
	throw new Error('No Chromium found: install one, or name it in CHROMIUM=/path/to/chromium');
}

function installed() {
	if (process.env.CHROMIUM) return process.env.CHROMIUM;
	const onPath = (process.env.PATH ?? '').split(path.delimiter).flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
	return [...onPath, ...ELSEWHERE].find((file) => existsSync(file));
}
