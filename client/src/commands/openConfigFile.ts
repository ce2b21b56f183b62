/** Opens the `.postmortem.yaml` that counts for the active document, or writes a first one at the workspace folder's root. */
import * as vscode from 'vscode';
import { CONFIG_NAMES, nearestConfig } from '../nearest-config';

const FIRST_CONFIG = `# Which files are postmortems, from this folder on.
# files: ['docs/postmortems/**/*.md']

# The template of all documents that name no other: atlassian, sre, full, outage, pagerduty, minimal or a file beside this one.
# template: sre

# How loud each rule is: error, warning, information, hint or off.
rules: {}
`;

export async function openConfigFile(): Promise<void> {
	const active = vscode.window.activeTextEditor?.document.uri;
	const folder = (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0];
	if (!folder) {
		void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first: the configuration is a file in it.'));
		return;
	}
	const inFolder = active !== undefined && vscode.workspace.getWorkspaceFolder(active) === folder;
	const config = (await nearestConfig(inFolder ? vscode.Uri.joinPath(active, '..') : folder.uri, folder.uri)) ?? (await createConfig(folder.uri));
	await vscode.window.showTextDocument(config);
}

async function createConfig(folder: vscode.Uri): Promise<vscode.Uri> {
	const uri = vscode.Uri.joinPath(folder, CONFIG_NAMES[0]);
	const edit = new vscode.WorkspaceEdit();
	edit.createFile(uri, { ignoreIfExists: true, contents: new TextEncoder().encode(FIRST_CONFIG) });
	await vscode.workspace.applyEdit(edit);
	return uri;
}
