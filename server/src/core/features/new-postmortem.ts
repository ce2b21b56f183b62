/** A new postmortem in a project: which template, under which path, with what text. */
import type { Config } from '../config/config';
import { configuredTemplate } from '../config/configuredTemplate';
import { DEFAULT_TEMPLATE } from '../template/choose';
import type { Template } from '../template/template';
import { newDocument, type NewDocument } from './new-document';
import { newDocumentPath } from './new-document-path';

export interface NewPostmortemRequest {
	/** A name of the project's templates; absent: the config's. */
	readonly template?: string;
	readonly title: string;
	readonly severity?: string;
	/** `YYYY-MM-DD`. */
	readonly date: string;
}

export interface NewPostmortem extends NewDocument {
	/** With `/`, relative to the folder of the config; never out of it. */
	readonly path: string;
}

/** What a project knows that a new document depends on. */
export interface NewPostmortemProject {
	readonly config: Config;
	readonly templates: ReadonlyMap<string, Template>;
}

/** `undefined` where there is no template of that name. */
export function newPostmortem({ config, templates }: NewPostmortemProject, { template: named, title, severity, date }: NewPostmortemRequest): NewPostmortem | undefined {
	const name = named ?? config.template ?? DEFAULT_TEMPLATE;
	const template = templates.get(name);
	if (!template) return undefined;
	const path = inside(newDocumentPath(config.newFile, { title, date, template: template.name }));
	const said = configuredTemplate(config, path) === name;
	return {
		path,
		...newDocument(template, {
			title, date, severity, timeZone: config.timeZone, tables: config.tables,
			...(said ? {} : { template: template.uri === undefined ? name : relative(path, name) }),
		}),
	};
}

/** The path without what would lead out of the folder it counts from. */
function inside(path: string): string {
	return path.split(/[/\\]/).filter((segment) => !['', '.', '..'].includes(segment)).join('/') || 'postmortem.md';
}

/** The way from a document to a file, both given from the same folder. */
function relative(document: string, file: string): string {
	const from = document.split('/').slice(0, -1);
	const to = file.split('/').filter((segment) => segment !== '.');
	let shared = 0;
	while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
	return `${from.length === shared ? './' : '../'.repeat(from.length - shared)}${to.slice(shared).join('/')}`;
}
