import * as vscode from 'vscode';
import type { CommandContext } from '.';
import { change } from './edits';

export async function convertActionsToTable({ session }: CommandContext): Promise<void> {
	await change(session, 'actionsToTable', vscode.l10n.t('There are no action items here that are not in a table yet.'));
}
