// Installs a VSIX into a VS Code of its own and sees whether the extension activates and finds something there.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installExtension, startNodeHost } from './node-host.mjs';
import { openPage } from './page.mjs';

/** Runs in the extension host, beside the installed extension. */
const OBSERVER = `
const vscode = require('vscode');
exports.run = async () => {
	const extension = vscode.extensions.getExtension('postmortem.postmortem');
	if (!extension) throw new Error('The extension is not installed');
	const file = process.env.POSTMORTEM_VERIFY_FILE;
	const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
	const found = new Promise((resolve, reject) => {
		setTimeout(() => reject(new Error('No finding within 20 s')), 20000);
		const look = () => vscode.languages.getDiagnostics(document.uri).some((each) => each.source === 'postmortem') && resolve();
		vscode.languages.onDidChangeDiagnostics(look);
		look();
	});
	await vscode.window.showTextDocument(document);
	await extension.activate();
	await found;
};
`;

/** Rejects when the extension cannot be installed, does not activate or stays silent on a bare postmortem. */
export async function verifyInstalled(vsix, scratch) {
	const profile = { userData: path.join(scratch, 'user-data'), extensions: path.join(scratch, 'extensions') };
	const open = path.join(scratch, 'workspace');
	const observer = path.join(scratch, 'observer');
	for (const folder of [open, observer]) mkdirSync(folder, { recursive: true });
	const vsixCopy = path.join(scratch, 'extension.vsix');
	cpSync(vsix, vsixCopy);
	installExtension(vsixCopy, profile);
	const file = path.join(open, 'postmortem.md');
	writeFileSync(file, '# Postmortem: login outage\n\n## Timeline\n\n- 10:00 Logins fail.\n- 09:00 Deployed.\n');
	writeFileSync(path.join(observer, 'package.json'), JSON.stringify({ name: 'observer', publisher: 'postmortem', version: '0.0.0', engines: { vscode: '*' } }));
	writeFileSync(path.join(observer, 'observe.js'), OBSERVER);
	const host = await startNodeHost({ extension: observer, tests: path.join(observer, 'observe.js'), open, ...profile, env: { POSTMORTEM_VERIFY_FILE: file } });
	const said = [];
	const page = await openPage(host.url, { timeoutMs: 90_000, onLog: (line) => said.push(line) });
	try {
		if ((await page.finished) !== 0) throw new Error(`The installed extension does not work:\n${said.join('\n')}`);
	} finally {
		await page.close();
		host.stop();
	}
}
