/** A YAML tree against its schema: the value with defaults filled in, and every fault at its place. */
import { LineIndex } from '../text/lines';
import type { TextSpan } from '../text/span';
import { nearest } from './nearest';
import type { ListSchema, Problem, RecordSchema, Schema, Value } from './schema';
import { readYaml } from './yaml';
import type { YamlMap, YamlNode, YamlScalar } from './yaml';

/** Most names that a message lists. */
const MOST_NAMES = 20;
/** Most unknown keys that are worth a message of their own. */
const MOST_PROBLEMS = 100;
/** Longest value that a message repeats, in UTF-16 units. */
const LONGEST_VALUE = 40;

/** Plain data, as a file that says it would be read. What has no place in a file has the span 0–0. */
export function readData<S extends RecordSchema>(data: unknown, schema: S): { value: Value<S>; problems: readonly Problem[] } {
	const problems: Problem[] = [];
	return { value: read(schema, nodeOf(data), undefined, problems) as Value<S>, problems };
}

function nodeOf(data: unknown): YamlNode {
	const span = { start: 0, end: 0 };
	if (Array.isArray(data)) return { kind: 'list', items: data.map(nodeOf), span };
	if (typeof data === 'object' && data !== null) return { kind: 'map', entries: Object.entries(data).map(([key, value]) => ({ key, keySpan: span, value: nodeOf(value) })), span };
	return { kind: 'scalar', value: data as YamlScalar['value'], written: String(data), span };
}

/** Reads a whole file. Never throws: a broken value costs only itself. */
export function readFile<S extends RecordSchema>(text: string, schema: S): { value: Value<S>; problems: readonly Problem[] } {
	const { root, problems: syntax } = readYaml(text);
	const problems: Problem[] = [];
	const value = root && read(schema, root, undefined, problems);
	const lines = new LineIndex(text);
	const broken = new Set(syntax.map(({ span }) => lines.lineAt(span.start)));
	const meaningful = problems.filter(({ span }) => !broken.has(lines.lineAt(span.start)));
	return {
		value: (value ?? record(schema, { kind: 'map', entries: [], span: { start: 0, end: 0 } }, [])) as Value<S>,
		problems: [...syntax, ...meaningful].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
	};
}

/** The value, or `undefined` where the node cannot be used; then its default stands. */
function read(schema: Schema, node: YamlNode, name: string | undefined, problems: Problem[]): unknown {
	const wrong = (): undefined => {
		problems.push({ span: node.span, message: `Unexpected ${shown(node)}${name ? ` for \`${name}\`` : ''}, expected ${expectation(schema)}` });
		return undefined;
	};
	switch (schema.type) {
		case 'text':
			if (node.kind !== 'scalar' || node.value === null) return wrong();
			// A date, number or `off` without quotes is the text that stands there.
			if (typeof node.value === 'boolean' && !schema.values) return wrong();
			if (typeof node.value === 'number' && schema.neverNumber) return wrong();
			return allowed(schema.values, node) ?? wrong();
		case 'number':
			if (node.kind !== 'scalar' || typeof node.value !== 'number' || !Number.isInteger(node.value)) return wrong();
			return node.value < schema.minimum || node.value > (schema.maximum ?? Infinity) ? wrong() : node.value;
		case 'flag':
			return node.kind === 'scalar' && typeof node.value === 'boolean' ? node.value : wrong();
		case 'list':
			return list(schema, node, name, problems, wrong);
		case 'record':
			if (node.kind === 'map') return record(schema, node, problems);
			if (node.kind === 'scalar' && node.value !== null && schema.short) return record(schema, shortened(schema.short, node), problems, name);
			return wrong();
		case 'reference':
			return read(schema.to(), node, name, problems);
	}
}

function allowed(values: readonly string[] | undefined, { value, written }: YamlScalar): string | undefined {
	const text = typeof value === 'string' ? value : written;
	return !values || values.includes(text) ? text : undefined;
}

function list(schema: ListSchema, node: YamlNode, name: string | undefined, problems: Problem[], wrong: () => undefined): unknown[] | undefined {
	const items = node.kind === 'list' ? node.items : schema.single && !isEmpty(node) ? [node] : undefined;
	if (!items) return wrong();
	return items.map((item) => read(schema.of, item, name, problems)).filter((item) => item !== undefined);
}

function shortened(key: string, node: YamlScalar): YamlMap {
	return { kind: 'map', entries: [{ key, keySpan: node.span, value: node }], span: node.span };
}

function record(schema: RecordSchema, node: YamlMap, problems: Problem[], outerName?: string): object | undefined {
	const found = new Map<string, unknown>();
	const keySpans = new Map<string, TextSpan>();
	const valueSpans = new Map<string, TextSpan>();
	for (const { key, keySpan, value } of node.entries) {
		if (!Object.hasOwn(schema.keys, key)) {
			if (problems.length < MOST_PROBLEMS) problems.push({ span: keySpan, message: unknownKey(schema, key) });
			continue;
		}
		keySpans.set(key, keySpan);
		valueSpans.set(key, value.span);
		if (isEmpty(value)) continue;
		found.set(key, read(schema.keys[key]!, value, outerName ?? key, problems));
	}
	const missing = (schema.required ?? []).filter((key) => found.get(key) === undefined);
	const said = missing.filter((key) => !found.has(key));
	if (said.length > 0) {
		const at = node.entries[0]?.keySpan ?? node.span;
		problems.push({ span: at, message: `Unexpected ${schema.keyNoun ?? 'entry'} without ${quoted(said)}, expected ${said.length > 1 ? 'them' : 'it'} to be given` });
	}
	if (missing.length > 0) return undefined;
	const values = Object.fromEntries(Object.entries(schema.keys).map(([key, each]) => [key, found.get(key) ?? defaultOf(each)]));
	return { ...values, source: node.span, keySpans, valueSpans };
}

function unknownKey(schema: RecordSchema, key: string): string {
	const known = Object.keys(schema.keys);
	const close = nearest(key, known);
	const expected = close ? quoted([close]) : known.length > MOST_NAMES ? `one such as ${quoted(known.slice(0, 3))}` : oneOf(known);
	return `Unexpected ${schema.keyNoun ?? 'key'} \`${clipped(key)}\`, expected ${expected}`;
}

function isEmpty(node: YamlNode): boolean {
	return node.kind === 'scalar' && node.value === null;
}

function defaultOf(schema: Schema): unknown {
	switch (schema.type) {
		case 'text':
		case 'number':
		case 'flag':
			return schema.default;
		case 'list':
			return [];
		case 'record':
			return (schema.required ?? []).length > 0 ? undefined : record(schema, { kind: 'map', entries: [], span: { start: 0, end: 0 } }, []);
		case 'reference':
			return defaultOf(schema.to());
	}
}

/** What a reader of a message should write instead. */
export function expectation(schema: Schema): string {
	switch (schema.type) {
		case 'text':
			return schema.values ? oneOf(schema.values) : (schema.noun ?? 'a text');
		case 'number':
			return schema.maximum === undefined ? `a whole number of at least ${schema.minimum}` : `a whole number from ${schema.minimum} to ${schema.maximum}`;
		case 'flag':
			return '`true` or `false`';
		case 'list':
			return schema.single ? `${expectation(schema.of)} or a list` : 'a list';
		case 'record':
			return schema.short ? `${expectation(schema.keys[schema.short]!)} or a map of keys` : 'a map of keys';
		case 'reference':
			return expectation(schema.to());
	}
}

function shown(node: YamlNode): string {
	if (node.kind !== 'scalar') return node.kind;
	if (node.value === null) return 'empty value';
	const kind = typeof node.value === 'number' ? 'number' : 'value';
	return `${kind} \`${clipped(String(node.value))}\``;
}

function clipped(text: string): string {
	const line = text.replace(/\s+/g, ' ');
	return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE - 1)}…` : line;
}

function quoted(names: readonly string[]): string {
	return names.map((name) => `\`${name}\``).join(', ');
}

function oneOf(names: readonly string[]): string {
	return names.length === 1 ? quoted(names) : `one of ${quoted(names)}`;
}
