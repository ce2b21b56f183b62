/** YAML text to a plain tree with spans. Never throws; aliases, size and depth are bounded. */
import { isAlias, isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import type { Alias, Document, ParsedNode, YAMLError, YAMLWarning } from 'yaml';
import { LineIndex } from '../text/lines';
import { trimmed } from '../text/span';
import type { TextSpan } from '../text/span';
import type { Problem } from './schema';

export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar {
	readonly kind: 'scalar';
	readonly value: string | number | boolean | null;
	/** As written, quotes included. */
	readonly written: string;
	readonly span: TextSpan;
}

export interface YamlList {
	readonly kind: 'list';
	readonly items: readonly YamlNode[];
	readonly span: TextSpan;
}

export interface YamlMap {
	readonly kind: 'map';
	readonly entries: readonly YamlEntry[];
	readonly span: TextSpan;
}

export interface YamlEntry {
	readonly key: string;
	readonly keySpan: TextSpan;
	readonly value: YamlNode;
}

export interface YamlReading {
	/** `undefined` where the file says nothing, or nothing that can be read. */
	readonly root: YamlNode | undefined;
	readonly problems: readonly Problem[];
}

/** Largest file, in UTF-16 code units, and the most lines of one: the parser takes as long for a short line as for a long one. */
const LARGEST_FILE = 256 * 1024;
const MOST_LINES = 5_000;
const DEEPEST = 50;
const MOST_ALIASES = 50;
const MOST_NODES = 100_000;

export function readYaml(text: string): YamlReading {
	if (text.length > LARGEST_FILE) return refused(`Unexpected file of ${Math.ceil(text.length / 1024)} KB, expected at most ${LARGEST_FILE / 1024} KB`);
	const lines = new LineIndex(text).count;
	if (lines > MOST_LINES) return refused(`Unexpected file of ${lines} lines, expected at most ${MOST_LINES}`);
	if (bracketDepth(text) > DEEPEST) return tooDeep();
	try {
		return read(text);
	} catch (error) {
		if (error instanceof RangeError) return tooDeep(); // indentation nested deeper than the parser's stack
		return refused('Unexpected YAML that cannot be read, expected `key: value` lines');
	}
}

/** A text of one line as the value of a key, in quotes where a reader of YAML 1.1 or 1.2 would take it for something else; days stay bare. */
export function yamlScalar(text: string): string {
	return /^\d{4}-\d\d-\d\d$/.test(text) ? text : stringify(text, { compat: 'yaml-1.1', lineWidth: 0 }).trimEnd();
}

function tooDeep(): YamlReading {
	return refused(`Unexpected nesting, expected at most ${DEEPEST} levels`);
}

function refused(message: string): YamlReading {
	return { root: undefined, problems: [{ span: { start: 0, end: 0 }, message }] };
}

/** An upper bound of how deep flow collections and indicators on one line nest: what makes the parser recurse. */
function bracketDepth(text: string): number {
	let deepest = 0;
	let depth = 0;
	let indicators = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text[at]!;
		if (code === '[' || code === '{') depth++;
		else if (code === ']' || code === '}') depth = Math.max(0, depth - 1);
		else if ((code === '-' || code === '?' || code === ':') && text[at + 1] === ' ') indicators++;
		else if (code === '\n') indicators = 0;
		deepest = Math.max(deepest, depth, indicators);
	}
	return deepest;
}

function read(text: string): YamlReading {
	const document = parseDocument(text, { uniqueKeys: false, schema: 'core', merge: false, logLevel: 'silent', prettyErrors: false });
	const problems: Problem[] = [...document.errors, ...document.warnings].map((fault) => problemOf(fault, text));
	const root = document.contents ? new Reader(text, document, problems).node(document.contents, 0) : undefined;
	return { root: root && isNull(root) ? undefined : root, problems: firstPerLine(problems, text) };
}

function isNull(node: YamlNode): boolean {
	return node.kind === 'scalar' && node.value === null;
}

/** A syntax fault makes followers on its line; the first tells what is wrong. */
function firstPerLine(problems: readonly Problem[], text: string): readonly Problem[] {
	const lines = new LineIndex(text);
	const seen = new Set<number>();
	return problems.filter(({ span }) => {
		const line = lines.lineAt(span.start);
		return !seen.has(line) && seen.add(line);
	});
}

class Reader {
	#aliases = 0;
	#nodes = 0;

	constructor(
		private readonly text: string,
		private readonly document: Document.Parsed<ParsedNode>,
		private readonly problems: Problem[],
	) {}

	node(node: unknown, depth: number): YamlNode {
		if (isAlias(node)) return this.alias(node, depth);
		if (depth > DEEPEST) return this.fault(node, `Unexpected nesting, expected at most ${DEEPEST} levels`);
		if (++this.#nodes > MOST_NODES) return this.fault(node, `Unexpected size, expected at most ${MOST_NODES} values`);
		if (isScalar(node)) {
			const { value } = node;
			const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : value === null || value === undefined ? null : String(value);
			const at = this.span(node);
			return { kind: 'scalar', value: plain, written: this.text.slice(at.start, at.end), span: at };
		}
		if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => this.node(item, depth + 1)), span: this.span(node) };
		if (isMap(node)) {
			const entries: YamlEntry[] = [];
			const seen = new Set<string>();
			for (const { key, value } of node.items) {
				const keySpan = this.span(key);
				if (!isScalar(key)) {
					this.problems.push({ span: keySpan, message: 'Unexpected list or map as key, expected a name' });
					continue;
				}
				const name = String(key.value ?? '');
				if (seen.has(name)) {
					this.problems.push({ span: keySpan, message: `Unexpected second key \`${name}\`, expected it once` });
					continue;
				}
				seen.add(name);
				const end = keySpan.end;
				entries.push({ key: name, keySpan, value: value ? this.node(value, depth + 1) : { kind: 'scalar', value: null, written: '', span: { start: end, end } } });
			}
			return { kind: 'map', entries, span: this.span(node) };
		}
		return this.fault(node, 'Unexpected YAML node, expected a text, a list or a map');
	}

	alias(node: Alias, depth: number): YamlNode {
		this.#aliases++;
		if (this.#aliases > MOST_ALIASES) return this.fault(node, `Unexpected alias, expected at most ${MOST_ALIASES} in a file`);
		const source = node.resolve(this.document);
		if (!source) return this.fault(node, 'Unexpected alias, expected the name of an anchor above it');
		const target = this.node(source, depth + 1);
		return { ...target, span: this.span(node) };
	}

	fault(node: unknown, message: string): YamlNode {
		const span = this.span(node);
		if (!this.problems.some((problem) => problem.message === message)) this.problems.push({ span, message });
		return { kind: 'scalar', value: null, written: '', span };
	}

	/** Without the white space and comments behind a block collection. */
	span(node: unknown): TextSpan {
		const range = (node as { range?: readonly number[] | null } | null)?.range;
		const start = range?.[0] ?? 0;
		return { start, end: trimmed(this.text, { start, end: Math.max(start, range?.[1] ?? start) }).end };
	}
}

const SYNTAX: Readonly<Record<string, string>> = {
	TAB_AS_INDENT: 'Unexpected tab as indentation, expected spaces',
	BAD_INDENT: 'Unexpected indentation, expected the same as in the lines it belongs to',
	BLOCK_IN_FLOW: 'Unexpected block inside brackets, expected a list or map within brackets',
	BLOCK_AS_IMPLICIT_KEY: 'Unexpected second `:` on one line, expected the value in quotes or on a line of its own',
	MULTILINE_IMPLICIT_KEY: 'Unexpected line that is no key, expected `key: value`',
	MISSING_CHAR: 'Unexpected end of a value, expected its closing quote, bracket or `:`',
	COMMENT_SPACE: 'Unexpected `#` right behind a value, expected a space before the comment',
	BAD_ALIAS: 'Unexpected alias, expected the name of an anchor above it',
	TAG_RESOLVE_FAILED: 'Unexpected tag, expected plain YAML without `!` tags',
	MULTIPLE_DOCS: 'Unexpected second YAML document, expected one',
	BAD_DIRECTIVE: 'Unexpected `%` at the start of a line, expected `key: value`',
	BAD_DQ_ESCAPE: 'Unexpected escape in a double-quoted text, expected single quotes or `\\\\`',
	MULTIPLE_ANCHORS: 'Unexpected second anchor, expected one',
	MULTIPLE_TAGS: 'Unexpected second tag, expected one',
	KEY_OVER_1024_CHARS: 'Unexpected key of more than 1024 characters, expected a short name',
	UNEXPECTED_TOKEN: 'Unexpected text at this place, expected `key: value`',
	IMPOSSIBLE: 'Unexpected YAML, expected `key: value` lines',
};

function problemOf({ code, pos, message }: YAMLError | YAMLWarning, text: string): Problem {
	const start = Math.min(pos[0], text.length);
	const span = { start, end: Math.min(Math.max(pos[1], start), text.length) };
	if (code === 'BAD_INDENT' && message.startsWith('Flow')) return { span, message: 'Unexpected line inside brackets, expected the closing `]` or `}` before it' };
	if (code === 'BAD_SCALAR_START') return { span, message: `Unexpected \`${text.slice(span.start, span.end)}\` at the start of a value, expected the value in quotes`.replace('```', '"`"') };
	return { span, message: SYNTAX[code] ?? 'Unexpected YAML, expected `key: value` lines' };
}
