/** The command of a lens over a timeline: the rows that its durations were computed from, in a peek view below it. */
import * as vscode from 'vscode';
import type { PlainPosition, ShowRowsArguments } from '../../../server/src/lsp/protocol';
import type { CommandContext } from '.';

export async function showRows(_: CommandContext, argument: unknown): Promise<void> {
	const given = argument as Partial<ShowRowsArguments> | undefined;
	if (typeof given?.uri !== 'string' || !given.at || !Array.isArray(given.rows)) return;
	const uri = vscode.Uri.parse(given.uri, true);
	const rows = (given as ShowRowsArguments).rows.map(({ start, end }) => new vscode.Location(uri, new vscode.Range(position(start), position(end))));
	await vscode.commands.executeCommand('editor.action.peekLocations', uri, position(given.at), rows, 'peek');
}

function position({ line, character }: PlainPosition): vscode.Position {
	return new vscode.Position(line, character);
}
