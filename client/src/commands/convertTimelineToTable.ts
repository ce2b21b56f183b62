import * as vscode from 'vscode';
import type { CommandContext } from '.';
import { change } from './edits';

export async function convertTimelineToTable({ session }: CommandContext): Promise<void> {
	await change(session, 'timelineToTable', vscode.l10n.t('There is no timeline here that is not a table yet.'));
}
