/** Reads files and folders for a server that has no file system of its own, and for virtual workspaces. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LIST_FILES_REQUEST, READ_FILE_REQUEST, type FileParams, type ListFilesResult, type ReadFileResult } from '../../server/src/lsp/protocol';

/** Larger files are not handed over, in bytes. */
const MAX_FILE_SIZE = 16 * 1024 * 1024;

export function answerFileRequests(client: BaseLanguageClient): void {
	client.onRequest(READ_FILE_REQUEST, async ({ uri }: FileParams): Promise<ReadFileResult> => {
		try {
			const target = vscode.Uri.parse(uri, true);
			const { size } = await vscode.workspace.fs.stat(target);
			if (size > MAX_FILE_SIZE) return null;
			return new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
		} catch {
			return null;
		}
	});
	client.onRequest(LIST_FILES_REQUEST, async ({ uri }: FileParams): Promise<ListFilesResult> => {
		try {
			const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri, true));
			return entries.map(([name, type]) => ({ name, isFolder: (type & vscode.FileType.Directory) !== 0 }));
		} catch {
			return [];
		}
	});
}
