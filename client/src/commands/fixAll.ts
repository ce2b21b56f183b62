import * as vscode from 'vscode';
import type { CommandContext } from '.';
import { change } from './edits';

export async function fixAll({ session }: CommandContext): Promise<void> {
	await change(session, 'fixAll', vscode.l10n.t('There is nothing that can be fixed safely without you.'));
}
