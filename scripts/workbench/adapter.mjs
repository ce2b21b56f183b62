#!/usr/bin/env node
// Takes the place of VS Code's executable where none can be downloaded: reads the same arguments as `code`, runs the test
// suite in the browser workbench, prints what the suite prints and ends with its exit code.
//   adapter.mjs [FOLDER] --extensionDevelopmentPath=DIR --extensionTestsPath=FILE --user-data-dir=DIR --extensions-dir=DIR
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startNodeHost } from './node-host.mjs';
import { openPage } from './page.mjs';

const TIMEOUT_MS = Number(process.env.POSTMORTEM_VSCODE_TIMEOUT ?? 300) * 1000;

const options = new Map();
const positional = [];
for (const argument of process.argv.slice(2)) {
	const option = /^--([\w-]+)(?:=(.*))?$/s.exec(argument);
	if (option) options.set(option[1], option[2] ?? '');
	else positional.push(argument);
}
const scratch = mkdtempSync(path.join(os.tmpdir(), 'postmortem-workbench-'));
const pictures = path.join(scratch, 'pictures');
/** What the workbench itself said; of interest when a run fails. */
const workbenchLog = [];
const onLog = (line) => (line.startsWith('  ') ? console.log(line) : workbenchLog.push(line));
let host, page;
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => end(130));

try {
	host = await startNodeHost({
		extension: options.get('extensionDevelopmentPath'),
		tests: options.get('extensionTestsPath'),
		open: positional[0],
		userData: options.get('user-data-dir') ?? path.join(scratch, 'user-data'),
		extensions: options.get('extensions-dir') ?? path.join(scratch, 'extensions'),
		trusted: options.has('disable-workspace-trust'),
		env: { POSTMORTEM_PICTURES: pictures },
	});
	page = await openPage(host.url, { timeoutMs: TIMEOUT_MS, pictures, onLog });
	const lost = host.ended.then((code) => Promise.reject(new Error(`VS Code's server ended with ${code}`)));
	lost.catch(() => {});
	await end(await Promise.race([page.finished, lost]));
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	const last = process.env.POSTMORTEM_LAST_PICTURE;
	if (last && page) await page.picture(last).then(() => console.error(`What the workbench showed: ${last}`), () => {});
	await end(1);
}

async function end(code) {
	if (code !== 0) for (const line of workbenchLog) console.error(line);
	host?.stop();
	await page?.close().catch(() => {});
	rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
	process.exit(code);
}
