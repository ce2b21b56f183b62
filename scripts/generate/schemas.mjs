// The JSON Schemas of the config and of templates, for editors that complete and check YAML with them.
import { importTypeScript } from './import-typescript.mjs';
import { ruleOptions } from './rule-options.mjs';

export async function generate() {
	const { configSchema } = await importTypeScript('server/src/core/config/schema.ts');
	const { TEMPLATE } = await importTypeScript('server/src/core/template/schema.ts');
	return [
		{ path: 'schemas/postmortem-config.schema.json', content: print('Postmortem config', configSchema(await ruleOptions())) },
		{ path: 'schemas/postmortem-template.schema.json', content: print('Postmortem template', TEMPLATE) },
	];
}

function print(title, schema) {
	const definitions = {};
	const root = jsonSchema(schema, definitions);
	const all = { $schema: 'http://json-schema.org/draft-07/schema#', title, ...root, ...(Object.keys(definitions).length > 0 ? { definitions } : {}) };
	return `${JSON.stringify(all, null, '\t')}\n`;
}

function jsonSchema(schema, definitions) {
	const described = { description: schema.doc, ...(schema.default === undefined || schema.default === '' ? {} : { default: schema.default }) };
	switch (schema.type) {
		case 'text':
			return schema.values ? { ...described, enum: schema.values } : { ...described, type: ['string', 'number'] };
		case 'number':
			return { ...described, type: 'integer', minimum: schema.minimum, ...(schema.maximum === undefined ? {} : { maximum: schema.maximum }) };
		case 'flag':
			return { ...described, type: 'boolean' };
		case 'list': {
			const items = jsonSchema(schema.of, definitions);
			const list = { type: ['array', 'null'], items };
			return schema.single ? { ...described, anyOf: [list, items] } : { ...described, ...list };
		}
		case 'record': {
			const properties = Object.fromEntries(Object.entries(schema.keys).map(([key, each]) => [key, jsonSchema(each, definitions)]));
			const map = { type: ['object', 'null'], properties, additionalProperties: false, ...(schema.required ? { required: schema.required } : {}) };
			return schema.short ? { ...described, anyOf: [properties[schema.short], map] } : { ...described, ...map };
		}
		case 'reference':
			if (!definitions[schema.name]) {
				definitions[schema.name] = {};
				definitions[schema.name] = jsonSchema(schema.to(), definitions);
			}
			return { ...described, allOf: [{ $ref: `#/definitions/${schema.name}` }] };
		default:
			throw new Error(`Unexpected schema of type ${schema.type}`);
	}
}
