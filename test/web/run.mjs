// Runs the built suite of this folder in VS Code for the web.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPage } from '../../scripts/workbench/page.mjs';
import { startWebHost } from '../../scripts/workbench/web-host.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const open = mkdtempSync(path.join(os.tmpdir(), 'postmortem-web-'));
cpSync(path.join(root, 'test', 'vscode', 'fixtures'), open, { recursive: true });
cpSync(path.join(root, 'examples'), path.join(open, 'examples'), { recursive: true });
const host = await startWebHost({ extension: root, tests: path.join(root, 'dist', 'test', 'web', 'suites.js'), open });
const log = [];
const page = await openPage(host.url, { timeoutMs: 120_000, onLog: (line) => (line.startsWith('  ') ? console.log(line) : log.push(line)) });
let code = 1;
try {
	code = await page.finished;
} catch (error) {
	console.error(error.message);
}
if (code !== 0) {
	for (const line of log) console.error(line);
	mkdirSync(path.join(root, '.cache'), { recursive: true });
	await page.picture(path.join(root, '.cache', 'web-last.png')).catch(() => {});
}
await page.close();
host.stop();
rmSync(open, { recursive: true, force: true });
process.exit(code === 0 ? 0 : 1);
