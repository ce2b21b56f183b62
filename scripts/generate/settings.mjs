// The manifest's settings block, made from the table in server/src/lsp/settings.ts.
import { readFileSync } from 'node:fs';
import { importTypeScript } from './import-typescript.mjs';

/** package.json with the block in its place. */
export async function generate() {
	const { SETTINGS } = await importTypeScript('server/src/lsp/settings.ts');
	const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
	manifest.contributes.configuration = {
		title: 'Postmortem',
		properties: Object.fromEntries(Object.entries(SETTINGS).map(([key, spec], order) => [`postmortem.${key}`, property(spec, order)])),
	};
	return [{ path: 'package.json', content: `${JSON.stringify(manifest, null, 2)}\n` }];
}

function property(spec, order) {
	const shared = { default: spec.default, order, scope: spec.scope, markdownDescription: spec.doc };
	switch (spec.type) {
		case 'boolean':
			return { type: 'boolean', ...shared };
		case 'integer':
			return { type: 'integer', minimum: spec.minimum, maximum: spec.maximum, ...shared };
		case 'zone':
			return { type: 'string', ...shared };
		case 'choice':
			return { type: 'string', enum: spec.choices.map(({ value }) => value), markdownEnumDescriptions: spec.choices.map(({ doc }) => doc), ...shared };
		default:
			throw new Error(`Unexpected setting of type ${spec.type}`);
	}
}
