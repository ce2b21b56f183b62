import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findingsWhen, ruleOf } from '../kit';

/** Findings that a person who has just started cannot be blamed for. */
const ABOUT_THE_TEMPLATE = ['section-missing', 'section-out-of-order', 'section-unmarked', 'section-duplicate', 'timeline-unstructured', 'action-unstructured', 'time-without-zone', 'template-invalid', 'config-invalid'];

describe('a new postmortem', () => {
	afterEach(closeAll);

	for (const template of ['atlassian', 'sre', 'full', 'outage', 'pagerduty', 'minimal']) {
		it(`from ${template} has what the template asks for`, async () => {
			const title = `Queue stuck (${template})`;
			const uri = await vscode.commands.executeCommand<vscode.Uri>('postmortem.new', { template, title, severity: '', date: '2025-04-02' });
			const { document } = vscode.window.activeTextEditor!;
			assert.equal(document.uri.toString(), uri.toString());
			assert.ok(document.getText().includes(title));
			const found = await findingsWhen(uri);
			assert.deepEqual(found.filter((each) => ABOUT_THE_TEMPLATE.includes(ruleOf(each))).map(({ message }) => message), []);
			await vscode.workspace.fs.delete(uri);
		});
	}
});
