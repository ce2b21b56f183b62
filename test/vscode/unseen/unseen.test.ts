/** The server starts with the first document that may be a postmortem, not before. Runs in a window of its own. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { closeAll, findings, findingsWhen, open, openText, type } from '../kit';

/** Servers that this extension host has started. */
function servers(): number {
	const processes = execFileSync('ps', ['-A', '-o', 'ppid=,args='], { encoding: 'utf8' });
	return processes.split('\n').filter((line) => line.trim().startsWith(`${process.pid} `) && /dist[\\/]server[\\/]node\.js/.test(line)).length;
}

describe('the server', () => {
	before(function () {
		if (process.platform === 'win32') this.skip();
	});
	afterEach(closeAll);

	it('does not run for Markdown that is no postmortem, and starts when it becomes one', async () => {
		await open('plain.md');
		await vscode.extensions.getExtension('postmortem.postmortem')!.activate();
		await open('notes/shopping.md');
		const { document } = await openText('');
		await type('# Shopping\n\n- milk at 10:00\n');
		assert.deepEqual([servers(), findings(document.uri)], [0, []]);
		await vscode.commands.executeCommand('postmortem.notAPostmortem');
		await closeAll();
		assert.equal(servers(), 0);
		const { document: told } = await openText('');
		await type('# Postmortem: carts lost\n\n## Summary\n\nCarts were lost on 2024-03-02 at 10:04, TBD.\n');
		await findingsWhen(told.uri);
		assert.equal(servers(), 1);
	});
});
