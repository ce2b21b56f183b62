// Runs the built suites in a real VS Code, each group in a fresh profile and a fresh copy of the fixtures.
//   node test/vscode/run.mjs [--grep TEXT] [--pictures DIR] [GROUP…]
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { findVSCode } from '../../scripts/workbench/find.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const settings = {
	'workbench.startupEditor': 'none',
	'workbench.enableExperiments': false,
	'update.mode': 'none',
	'extensions.autoUpdate': false,
	'telemetry.telemetryLevel': 'off',
	'git.enabled': false,
	'files.simpleDialog.enable': true,
	'editor.minimap.enabled': false,
};
/** Folders of suites; what is not trusted runs in Restricted Mode, and what counts servers in a window where none runs yet. */
const groups = {
	suites: { trusted: true, settings },
	restricted: { trusted: false, settings: { ...settings, 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' } },
	unseen: { trusted: true, settings },
	pictures: { trusted: true, onRequest: true, settings: { ...settings, 'window.commandCenter': false, 'editor.stickyScroll.enabled': false } },
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' }, pictures: { type: 'string' } } });
const wanted = positionals.length ? positionals : Object.keys(groups).filter((name) => !groups[name].onRequest);
const { executable, kind } = await findVSCode();
console.log(`VS Code: ${kind}, ${executable}`);
for (const name of wanted) {
	if (!groups[name]) throw new Error(`No group ${name}, expected one of ${Object.keys(groups).join(', ')}`);
	const scratch = mkdtempSync(path.join(os.tmpdir(), 'postmortem-vscode-'));
	try {
		await runGroup(name, groups[name], scratch);
	} catch (error) {
		console.error(`${name}: ${error.message}`);
		process.exitCode = 1;
	} finally {
		rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
	}
}

async function runGroup(name, group, scratch) {
	console.log(`\n${name}`);
	const workspace = path.join(scratch, 'workspace');
	const userData = path.join(scratch, 'user-data');
	cpSync(path.join(root, 'test', 'vscode', 'fixtures'), workspace, { recursive: true });
	cpSync(path.join(root, 'examples'), path.join(workspace, 'examples'), { recursive: true });
	mkdirSync(path.join(userData, 'User'), { recursive: true });
	writeFileSync(path.join(userData, 'User', 'settings.json'), JSON.stringify(group.settings, undefined, '\t'));
	const result = path.join(scratch, 'result');
	const profile = [`--user-data-dir=${userData}`, `--extensions-dir=${path.join(scratch, 'extensions')}`];
	const options = {
		vscodeExecutablePath: executable,
		extensionDevelopmentPath: root,
		extensionTestsPath: path.join(root, 'dist', 'test', 'vscode', `${name}.js`),
		launchArgs: [workspace, ...profile],
		extensionTestsEnv: {
			POSTMORTEM_RESULT: result,
			POSTMORTEM_GREP: values.grep,
			POSTMORTEM_PICTURES_TO: values.pictures && path.resolve(values.pictures),
			POSTMORTEM_LAST_PICTURE: path.join(root, '.cache', `${name}-last.png`),
		},
	};
	mkdirSync(path.join(root, '.cache'), { recursive: true });
	await (group.trusted ? runTests(options) : runRestricted(options));
	if (!existsSync(result)) throw new Error('VS Code ended before the suite did');
}

/** `runTests` always trusts the workspace. */
function runRestricted({ vscodeExecutablePath, extensionDevelopmentPath, extensionTestsPath, launchArgs, extensionTestsEnv }) {
	const child = spawn(vscodeExecutablePath, [
		...launchArgs, '--no-sandbox', '--disable-updates', '--skip-welcome', '--skip-release-notes',
		`--extensionDevelopmentPath=${extensionDevelopmentPath}`, `--extensionTestsPath=${extensionTestsPath}`,
	], { stdio: 'inherit', env: { ...process.env, ...definedOnly(extensionTestsEnv) } });
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`Test run failed with code ${code}`))));
	});
}

function definedOnly(env) {
	return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
}
