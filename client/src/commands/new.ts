/** New postmortem from template: asks what it must know, lets the server write it, and opens it where writing starts. */
import * as vscode from 'vscode';
import {
	NEW_DOCUMENT_REQUEST, TEMPLATES_REQUEST,
	type NewDocumentParams, type NewDocumentResult, type TemplateInfo, type TemplatesParams,
} from '../../../server/src/lsp/protocol';
import type { CommandContext } from '.';

/** Other names are tried up to this many times where a file of that name exists. */
const MAX_NAMES = 100;

/** @param answers answers that need not be asked for: `template`, `title`, `severity` (empty for none) and `date`. */
export async function newPostmortem({ session }: CommandContext, answers?: unknown): Promise<vscode.Uri | undefined> {
	const near = nearestFolder();
	const params = await ask((await session.request<TemplatesParams, TemplateInfo[]>(TEMPLATES_REQUEST, { near })) ?? [], given(answers));
	if (!params) return undefined;
	const { uri, text, cursor } = await session.request<NewDocumentParams, NewDocumentResult>(NEW_DOCUMENT_REQUEST, { near, ...params });
	const document = uri === undefined
		? await vscode.workspace.openTextDocument({ language: 'markdown', content: text })
		: await vscode.workspace.openTextDocument(await create(vscode.Uri.parse(uri, true), text));
	const start = document.positionAt(cursor);
	await vscode.window.showTextDocument(document, { preview: false, selection: new vscode.Range(start, start) });
	return document.uri;
}

type Answers = Pick<NewDocumentParams, 'template' | 'severity' | 'date'> & { readonly title: string };

/** Asks one after the other; `undefined` where the person leaves. */
async function ask(templates: readonly TemplateInfo[], known: Partial<Answers>): Promise<Answers | undefined> {
	const template = known.template ?? (await pickTemplate(templates));
	if (template === undefined) return undefined;
	const title = known.title ?? (await vscode.window.showInputBox({
		title: vscode.l10n.t('New Postmortem: Title'),
		prompt: vscode.l10n.t('What happened, in a few words'),
		placeHolder: vscode.l10n.t('Checkout down after pool change'),
		ignoreFocusOut: true,
		validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('A postmortem needs a title') : undefined),
	}));
	if (title === undefined) return undefined;
	const severity = known.severity ?? (await pickSeverity(templates.find(({ name }) => name === template)));
	if (severity === undefined) return undefined;
	const date = known.date ?? (await vscode.window.showInputBox({
		title: vscode.l10n.t('New Postmortem: Date'),
		prompt: vscode.l10n.t('The day the incident began'),
		value: isoDate(new Date()),
		ignoreFocusOut: true,
		validateInput: (value) => (isDate(value.trim()) ? undefined : vscode.l10n.t('A day as YYYY-MM-DD, such as {0}', isoDate(new Date()))),
	}));
	if (date === undefined) return undefined;
	return { template, title: title.trim(), severity: severity === '' ? undefined : severity, date: date.trim() };
}

async function pickTemplate(templates: readonly TemplateInfo[]): Promise<string | undefined> {
	const usualFirst = [...templates].sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
	const picked = await vscode.window.showQuickPick(
		usualFirst.map(({ name, title, description }) => ({ label: title, description: name, detail: description, name })),
		{ title: vscode.l10n.t('New Postmortem: Template'), matchOnDescription: true, matchOnDetail: true, ignoreFocusOut: true },
	);
	return picked?.name;
}

/** Empty where the person leaves it open or the template lists none. */
async function pickSeverity(template: TemplateInfo | undefined): Promise<string | undefined> {
	if (!template || template.severities.length === 0) return '';
	const open = { label: vscode.l10n.t('Not known yet'), detail: '', value: '' };
	const picked = await vscode.window.showQuickPick(
		[...template.severities.map(({ value, meaning }) => ({ label: value, detail: meaning, value })), open],
		{ title: vscode.l10n.t('New Postmortem: Severity'), matchOnDetail: true, ignoreFocusOut: true },
	);
	return picked?.value;
}

/** Writes the file under its name, or under one with a number behind it where that is taken. Nothing is overwritten. */
async function create(wanted: vscode.Uri, text: string): Promise<vscode.Uri> {
	const contents = new TextEncoder().encode(text);
	for (let number = 1; number <= MAX_NAMES; number++) {
		const uri = number === 1 ? wanted : wanted.with({ path: wanted.path.replace(/(?=\.[^./]*$)|$/, `-${number}`) });
		if (await exists(uri)) continue;
		const edit = new vscode.WorkspaceEdit();
		edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents });
		if (await vscode.workspace.applyEdit(edit)) return uri;
		throw new Error(vscode.l10n.t('The file {0} could not be written.', uri.path));
	}
	throw new Error(vscode.l10n.t('The file {0} exists already, and so do {1} others of that name.', wanted.path, MAX_NAMES - 1));
}

async function exists(uri: vscode.Uri): Promise<boolean> {
	try {
		await vscode.workspace.fs.stat(uri);
		return true;
	} catch {
		return false;
	}
}

function nearestFolder(): string | undefined {
	const active = vscode.window.activeTextEditor?.document.uri;
	const folder = (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0];
	return folder?.uri.toString();
}

function given(answers: unknown): Partial<Answers> {
	if (typeof answers !== 'object' || answers === null) return {};
	const { template, title, severity, date } = answers as Record<string, unknown>;
	const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
	return { template: text(template), title: text(title), severity: text(severity), date: text(date) };
}

function isoDate(date: Date): string {
	const two = (part: number) => String(part).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function isDate(value: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
	const time = new Date(`${value}T00:00:00Z`);
	return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(value);
}
