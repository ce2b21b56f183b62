// Inputs that took parsers seconds: from the text to its diagnostics, its outline and the menu at a place in its midst.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { MARKDOWN_CLIENT } from '../editing.mjs';
import { GOAL, GUARDED_DOCUMENTS, GUARDED_YAML } from '../guarded.mjs';
import { longDocument } from '../inputs.mjs';
import { LspClient } from '../lsp-client.mjs';
import { summary } from '../statistics.mjs';

const ROUNDS = 5;
const ORDINARY = longDocument(14_000);

/** A row for each input: every round in a new server that has answered for one ordinary document. */
export async function guards({ servers: { postmortem }, scratch, quick, progress }) {
	const inputs = [
		...Object.entries(GUARDED_DOCUMENTS).map(([name, text]) => ({ name, text, file: 'postmortems/guarded.md', languageId: 'markdown' })),
		...Object.entries(GUARDED_YAML).flatMap(([name, text]) => [
			{ name: `${name}, as configuration`, text, file: '.postmortem.yaml', languageId: 'yaml' },
			{ name: `${name}, as template`, text, file: 'template.yaml', languageId: 'yaml', config: 'template: template.yaml\n' },
		]),
	];
	const rows = [];
	for (const [index, input] of inputs.entries()) {
		const folder = path.join(scratch, `guarded-${index}`);
		mkdirSync(path.join(folder, 'postmortems'), { recursive: true });
		if (input.config) writeFileSync(path.join(folder, '.postmortem.yaml'), input.config);
		writeFileSync(path.join(folder, input.file), input.text);
		const answers = [];
		for (let round = 0; round < (quick ? 1 : ROUNDS); round++) answers.push(await answered(postmortem, input, folder));
		const median = (what) => summary(answers.map((answer) => answer[what])).median.toFixed(0);
		progress(`${input.name}: ${answers[0].found} diagnostics after ${median('diagnostics')} ms, then outline ${median('outline')} ms, menu ${median('menu')} ms`);
		rows.push({ work: `${input.name} → diagnostics`, isDetail: true, unit: 'ms', values: { postmortem: summary(answers.map(({ diagnostics }) => diagnostics)) }, goals: [{ atMost: GOAL }] });
	}
	return rows;
}

async function answered({ command, settings }, { text, file, languageId }, folder) {
	const root = { name: 'guarded', uri: pathToFileURL(folder).href };
	const capabilities = structuredClone(MARKDOWN_CLIENT);
	capabilities.textDocument.diagnostic = { dynamicRegistration: false };
	capabilities.textDocument.codeAction = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
	const client = new LspClient(command, { cwd: folder, answers: { 'workspace/configuration': ({ items }) => items.map(({ section }) => settings[section] ?? null), 'workspace/workspaceFolders': () => [root] } });
	try {
		await client.request('initialize', { processId: process.pid, rootUri: root.uri, workspaceFolders: [root], capabilities, initializationOptions: {} });
		client.notify('initialized', {});
		// The ordinary document stands elsewhere, so that the files at hand are first read for the one that is measured.
		await asked(client, { uri: `${root.uri}-ordinary/postmortems/outage.md`, languageId: 'markdown', version: 1, text: ORDINARY });
		return await asked(client, { uri: `${root.uri}/${file}`, languageId, version: 1, text });
	} finally {
		await client.stop();
	}
}

/** @returns how many findings a document has, and the milliseconds to them, from them to the outline, and from there to the menu. */
async function asked(client, textDocument) {
	const position = { line: textDocument.text.split('\n').length >> 1, character: 4 };
	const started = performance.now();
	client.notify('textDocument/didOpen', { textDocument });
	const { items } = await client.request('textDocument/diagnostic', { textDocument });
	const checked = performance.now();
	await client.request('textDocument/documentSymbol', { textDocument });
	const outlined = performance.now();
	await client.request('textDocument/codeAction', { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } });
	return { found: items.length, diagnostics: checked - started, outline: outlined - checked, menu: performance.now() - outlined };
}
