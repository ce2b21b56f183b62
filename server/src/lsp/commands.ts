/** The commands that the server carries out for clients that have none of their own. */
import { ErrorCodes, MessageType, ResponseError, ShowMessageNotification, type ExecuteCommandParams, type ServerCapabilities } from 'vscode-languageserver';
import { ruleHref } from '../core/features/ruleHref';
import { RULES } from '../core/rules';
import { lineEdits } from '../core/text/diff';
import { workspaceEdit } from './codeActions';
import type { Desk } from './desk';
import { guard } from './guard';
import { isObject } from './params';
import { EXPLAIN_RULE_COMMAND, FIX_ALL_COMMAND, SHOW_ROWS_COMMAND, type ShowRowsArguments } from './protocol';

export function commandCapability(desk: Desk): ServerCapabilities {
	const own = Array.isArray(desk.options.clientCommands) ? desk.options.clientCommands : [];
	return { executeCommandProvider: { commands: [EXPLAIN_RULE_COMMAND, FIX_ALL_COMMAND, SHOW_ROWS_COMMAND].filter((command) => !own.includes(command)) } };
}

export function registerCommands(desk: Desk): void {
	desk.connection.onExecuteCommand(
		guard(desk, 'workspace/executeCommand', [], null as unknown, async ({ command, arguments: args }: ExecuteCommandParams) => {
			const argument: unknown = Array.isArray(args) ? args[0] : undefined;
			switch (command) {
				case EXPLAIN_RULE_COMMAND:
					return explainRule(desk, argument);
				case FIX_ALL_COMMAND:
					return fixAll(desk, argument);
				case SHOW_ROWS_COMMAND:
					return showRows(desk, argument);
				default:
					throw new ResponseError(ErrorCodes.InvalidParams, `Unexpected command ${JSON.stringify(command)}, expected one that the server offers`);
			}
		}),
	);
}

async function explainRule(desk: Desk, id: unknown): Promise<null> {
	const rule = RULES.find((each) => each.id === id);
	if (!rule) throw new ResponseError(ErrorCodes.InvalidParams, `Unexpected argument ${JSON.stringify(id)}, expected the id of a rule`);
	if (desk.client.window?.showDocument?.support) await desk.connection.window.showDocument({ uri: ruleHref(rule.id), external: true });
	else await desk.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: `${rule.id}: ${rule.summary} ${ruleHref(rule.id)}` });
	return null;
}

async function fixAll(desk: Desk, uri: unknown): Promise<null> {
	if (typeof uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, `Unexpected argument ${JSON.stringify(uri)}, expected the URI of an open document`);
	const open = await desk.postmortem(uri);
	const edits = open ? lineEdits(open.snapshot.text, open.reading.fixed) : [];
	if (open && edits.length > 0) await desk.connection.workspace.applyEdit({ label: 'Fix all', edit: workspaceEdit(desk, open, edits) });
	return null;
}

async function showRows(desk: Desk, argument: unknown): Promise<null> {
	if (!isObject(argument) || typeof argument.uri !== 'string' || !Array.isArray(argument.rows) || argument.rows.length === 0) throw new ResponseError(ErrorCodes.InvalidParams, `Unexpected argument ${JSON.stringify(argument)}, expected a URI and rows`);
	const { uri, rows } = argument as unknown as ShowRowsArguments;
	const selection = { start: rows[0]!.start, end: rows.at(-1)!.end };
	if (desk.client.window?.showDocument?.support) await desk.connection.window.showDocument({ uri, takeFocus: true, selection });
	return null;
}
