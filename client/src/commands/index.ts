/** Registers every command; each has a file of its own. */
import * as vscode from 'vscode';
import { SHOW_ROWS_COMMAND } from '../../../server/src/lsp/protocol';
import type { Decisions } from '../decisions';
import type { Session } from '../session';
import { convertActionsToTable } from './convertActionsToTable';
import { applyConversion, convertDocument } from './convertDocument';
import { convertTimelineToTable } from './convertTimelineToTable';
import { convertTimelineToTimeZone } from './convertTimelineToTimeZone';
import { explainRule } from './explainRule';
import { fixAll } from './fixAll';
import { insertMissingSections } from './insertMissingSections';
import { newPostmortem } from './new';
import { notAPostmortem } from './notAPostmortem';
import { openConfigFile } from './openConfigFile';
import { pasteAsTable, pasteAsTimelineRows } from './pasteAs';
import { restart } from './restart';
import { showOutputChannel } from './showOutputChannel';
import { showRows } from './showRows';
import { treatAsPostmortem } from './treatAsPostmortem';

/** What a command may use. */
export interface CommandContext {
	readonly extension: vscode.ExtensionContext;
	readonly session: Session;
	readonly decisions: Decisions;
}

/** Arguments come from menus, keybindings and other extensions: a command trusts none of them. */
export type Command = (context: CommandContext, ...args: unknown[]) => Promise<unknown> | unknown;

const COMMANDS: Readonly<Record<string, Command>> = {
	'postmortem.new': newPostmortem,
	'postmortem.convertTimelineToTable': convertTimelineToTable,
	'postmortem.convertTimelineToTimeZone': convertTimelineToTimeZone,
	'postmortem.convertActionsToTable': convertActionsToTable,
	'postmortem.convertDocument': convertDocument,
	'postmortem.applyConversion': applyConversion,
	'postmortem.insertMissingSections': insertMissingSections,
	'postmortem.pasteAsTimelineRows': pasteAsTimelineRows,
	'postmortem.pasteAsTable': pasteAsTable,
	'postmortem.fixAll': fixAll,
	'postmortem.treatAsPostmortem': treatAsPostmortem,
	'postmortem.notAPostmortem': notAPostmortem,
	'postmortem.explainRule': explainRule,
	'postmortem.openConfigFile': openConfigFile,
	'postmortem.restart': restart,
	'postmortem.showOutputChannel': showOutputChannel,
	[SHOW_ROWS_COMMAND]: showRows,
};

export function registerCommands(context: CommandContext): vscode.Disposable[] {
	return Object.entries(COMMANDS).map(([id, run]) => vscode.commands.registerCommand(id, (...args: unknown[]) => run(context, ...args)));
}
