import * as vscode from 'vscode';
import type { CommandContext } from '.';
import { change } from './edits';

export async function insertMissingSections({ session }: CommandContext): Promise<void> {
	await change(session, 'insertMissingSections', vscode.l10n.t('Every section that the template requires is there.'));
}
