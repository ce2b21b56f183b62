import * as vscode from 'vscode';
import { actionsAt, applyTogether, markdownEditor } from './codeActions';

export async function insertMissingSections(): Promise<void> {
	const editor = markdownEditor();
	if (!editor) return;
	const { document } = editor;
	const missing = vscode.languages.getDiagnostics(document.uri).filter(isAboutMissingSection);
	if (missing.length === 0) {
		void vscode.window.showInformationMessage(vscode.l10n.t('Every section that the template requires is there.'));
		return;
	}
	const fixes = (await actionsAt(document, missing[0]!.range, 'quickfix')).filter((action) => action.edit && action.diagnostics?.some(isAboutMissingSection));
	// The fix of one finding names that one alone; the fix for all of them names all that it answers, or none.
	const forAll = fixes.find((action) => action.diagnostics!.length >= missing.length) ?? fixes.find((action) => /\ball\b/i.test(action.title));
	await applyTogether(document, forAll ? [forAll] : fixes);
}

function isAboutMissingSection({ source, code }: vscode.Diagnostic): boolean {
	return source === 'postmortem' && (typeof code === 'object' ? code.value : code) === 'section-missing';
}
