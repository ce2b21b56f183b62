/** The requests and notifications of protocol.ts: what was read, decisions, templates, new documents, pasted text. */
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { newPostmortem } from '../core/features/new-postmortem';
import { readJson } from '../core/features/readJson';
import { DEFAULT_TEMPLATE } from '../core/template/choose';
import { formatDate, isRealDate, momentAt } from '../core/time/moment';
import { pasteOffers } from '../core/service';
import { isMarkdownName } from '../core/workspace/files';
import { joinUri, nameOf, parentUri, relativePath } from '../core/workspace/uri';
import type { Desk } from './desk';
import { guard } from './guard';
import { isObject } from './params';
import { DECIDE_NOTIFICATION, NEW_DOCUMENT_REQUEST, PASTE_REQUEST, READ_REQUEST, TEMPLATES_REQUEST, type NewDocumentParams, type NewDocumentResult, type PasteChoice, type PasteParams, type ReadParams, type ReadResult, type TemplateInfo, type TemplatesParams } from './protocol';

export function registerOwnRequests(desk: Desk, changed: () => void): void {
	const { connection } = desk;
	connection.onRequest(READ_REQUEST, guard(desk, READ_REQUEST, ['textDocument'], null as ReadResult | null, ({ textDocument }: ReadParams) => read(desk, textDocument.uri)));
	connection.onRequest(TEMPLATES_REQUEST, guard(desk, TEMPLATES_REQUEST, [], [] as TemplateInfo[], ({ near }: TemplatesParams) => templates(desk, near)));
	connection.onRequest(NEW_DOCUMENT_REQUEST, guard(desk, NEW_DOCUMENT_REQUEST, [], null as NewDocumentResult | null, (params: NewDocumentParams) => newDocument(desk, params)));
	connection.onRequest(PASTE_REQUEST, guard(desk, PASTE_REQUEST, ['textDocument', 'position'], [] as PasteChoice[], (params: PasteParams) => paste(desk, params)));
	connection.onNotification(DECIDE_NOTIFICATION, (params: unknown) => {
		if (!isObject(params) || typeof params['uri'] !== 'string') return;
		const { decision } = params;
		desk.decide(params['uri'], decision === 'postmortem' || decision === 'none' ? decision : null);
		changed();
	});
}

async function read(desk: Desk, uri: string): Promise<ReadResult> {
	const open = await desk.reading(uri);
	const text = open ? undefined : (desk.snapshot(uri)?.text ?? (await desk.host.read(uri)));
	if (!open && text === undefined) throw new ResponseError(ErrorCodes.InvalidParams, `Unexpected document ${uri}, expected one that is open or a readable file`);
	const reading = open?.reading ?? (await desk.readText(uri, text!));
	const folder = desk.folders.find((each) => relativePath(each, uri) !== undefined);
	return readJson(reading.doc, (folder === undefined ? undefined : relativePath(folder, uri)) ?? reading.context.path);
}

async function templates(desk: Desk, near: unknown): Promise<TemplateInfo[]> {
	const { config, templates: known } = await desk.projects.of(documentNear(desk, near), '');
	return [...known].map(([name, { title, description, uri, fields }]) => ({
		name,
		title,
		description,
		builtIn: uri === undefined,
		severities: (fields.find((field) => field.name === 'severity')?.values ?? []).map(({ value, meaning }) => ({ value, meaning })),
		isDefault: name === (config.template ?? DEFAULT_TEMPLATE),
	}));
}

async function newDocument(desk: Desk, { near, template, title, severity, date }: NewDocumentParams): Promise<NewDocumentResult> {
	const expected = (what: string) => new ResponseError(ErrorCodes.InvalidParams, `Unexpected params of ${NEW_DOCUMENT_REQUEST}, expected ${what}`);
	if ([near, template, title, severity, date].some((each) => each !== undefined && typeof each !== 'string') || title === undefined) throw expected('texts, and a title');
	const [year = 0, month = 0, day = 0] = (date ?? '').split('-').map(Number);
	if (date !== undefined && !(/^\d{4}-\d{2}-\d{2}$/.test(date) && isRealDate({ year, month, day }))) throw expected('a date as YYYY-MM-DD');
	const place = documentNear(desk, near);
	const project = await desk.projects.of(place, '');
	const made = newPostmortem(project, { template, title, severity, date: date ?? formatDate(momentAt(desk.host.now(), 0).date!) });
	if (!made) throw expected(`a template of ${[...project.templates.keys()].join(', ')}`);
	const folder = project.folder ?? parentUri(place);
	return { ...made, ...(near === undefined || folder === undefined ? {} : { uri: joinUri(folder, made.path) }) };
}

async function paste(desk: Desk, { textDocument, position, text, asked, viewerZone }: PasteParams): Promise<PasteChoice[]> {
	if (typeof text !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, `Unexpected params of ${PASTE_REQUEST}, expected a text`);
	const open = await desk.postmortem(textDocument.uri);
	if (!open) return [];
	const { doc } = open.reading;
	const { start } = desk.positions.span(doc.lines, { start: position, end: position });
	const offers = pasteOffers(doc, start, text, { least: asked === true ? 1 : 2, viewerZone: typeof viewerZone === 'string' ? viewerZone : undefined });
	return offers.map(({ title, form, isLikely, edits }) => ({ title, form, isLikely, edits: edits.map(({ span, newText }) => ({ range: desk.positions.range(doc.lines, span), newText })) }));
}

/** A document that need not exist, in the folder that is meant. */
export function documentNear(desk: Desk, near: unknown): string {
	const base = typeof near === 'string' ? near : desk.folders[0];
	if (base === undefined) return 'untitled:postmortem.md';
	return isMarkdownName(nameOf(base)) || /\.ya?ml$/i.test(base) ? base : `${base.replace(/\/$/, '')}/postmortem.md`;
}
