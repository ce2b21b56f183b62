/** The configuration that counts for a folder, found from there upwards. */
import * as vscode from 'vscode';

export const CONFIG_NAMES = ['.postmortem.yaml', '.postmortem.yml'] as const;

/** @param root the last folder that is looked into; absent: all of them up to the top. */
export async function nearestConfig(from: vscode.Uri, root?: vscode.Uri): Promise<vscode.Uri | undefined> {
	for (let folder = from; ; folder = vscode.Uri.joinPath(folder, '..')) {
		for (const name of CONFIG_NAMES) {
			const candidate = vscode.Uri.joinPath(folder, name);
			try {
				await vscode.workspace.fs.stat(candidate);
				return candidate;
			} catch {
				continue;
			}
		}
		if (folder.path.length <= (root?.path.length ?? 1)) return undefined;
	}
}
