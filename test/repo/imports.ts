// Reads the import statements of the sources and judges their direction.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface Import {
	/** The importing file, relative to the repository, with `/`. */
	readonly from: string;
	/** 1-based. */
	readonly line: number;
	/** As written. */
	readonly specifier: string;
	/** The imported file relative to the repository; `undefined` for a package. */
	readonly target: string | undefined;
	readonly typeOnly: boolean;
}

/** All static and dynamic imports of a TypeScript file. */
export function importsOf(file: string, text = readFileSync(file, 'utf8')): Import[] {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const found: Import[] = [];
	visit(source);
	return found;

	function visit(node: ts.Node): void {
		if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
			add(node.moduleSpecifier, ts.isImportDeclaration(node) ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword : node.isTypeOnly);
		} else if (ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require')) {
			const [argument] = node.arguments;
			if (argument && ts.isStringLiteral(argument)) add(argument, false);
		} else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
			add(node.argument.literal, true);
		}
		ts.forEachChild(node, visit);
	}

	function add(literal: ts.StringLiteral, typeOnly: boolean): void {
		const specifier = literal.text;
		found.push({
			from: file.replaceAll('\\', '/'),
			line: source.getLineAndCharacterOfPosition(literal.getStart()).line + 1,
			specifier,
			target: specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier).replace(/\.(?:ts|js)$/, '') : undefined,
			typeOnly,
		});
	}
}

const CORE = 'server/src/core/';
/** What each layer may import besides itself. A file belongs to the first layer whose path it starts with. */
const LAYERS: readonly { readonly path: string; readonly below: readonly string[] }[] = [
	core('text/', []),
	core('markdown/', ['text/']),
	core('schema/', ['text/', 'markdown/']),
	core('time/', ['text/', 'markdown/', 'schema/', 'template/', 'postmortem/role']),
	core('template/', ['text/', 'markdown/', 'schema/', 'time/', 'postmortem/role']),
	core('postmortem/', ['text/', 'markdown/', 'time/', 'template/', 'config/']),
	core('config/', ['text/', 'markdown/', 'schema/', 'time/', 'template/', 'postmortem/', 'rules/']),
	core('transcript/', ['text/', 'markdown/', 'time/', 'template/']),
	core('rules/', ['text/', 'markdown/', 'schema/', 'time/', 'template/', 'postmortem/', 'config/', 'rewrites/']),
	core('rewrites/', ['text/', 'markdown/', 'schema/', 'time/', 'template/', 'postmortem/', 'config/', 'rules/', 'transcript/']),
	core('workspace/', ['text/', 'markdown/', 'schema/', 'time/', 'template/', 'postmortem/', 'config/', 'rules/', 'rewrites/']),
	core('features/', ['text/', 'markdown/', 'schema/', 'time/', 'template/', 'postmortem/', 'config/', 'rules/', 'rewrites/', 'workspace/', 'transcript/']),
	core('', []),
	{ path: 'server/src/hosts/', below: [CORE, 'server/src/lsp/protocol'] },
	{ path: 'server/src/lsp/', below: [CORE, 'server/src/hosts/'] },
	{ path: 'server/src/cli/', below: [CORE, 'server/src/hosts/'] },
	{ path: 'client/src/', below: ['server/src/lsp/protocol'] },
];
/** Files that say in types what the layers hand each other; every layer of core may import types from them. */
const VOCABULARY = ['postmortem/model', 'postmortem/roles', 'rules/rule', 'rewrites/rewrite', 'config/config', 'context', 'service'].map((file) => CORE + file);

function core(path: string, below: readonly string[]) {
	return { path: CORE + path, below: below.map((each) => CORE + each) };
}

/** What is wrong with an import, or `undefined`. */
export function faultOf({ from, line, specifier, target, typeOnly }: Import): string | undefined {
	const layer = LAYERS.find((each) => from.startsWith(each.path));
	if (!layer) return undefined;
	const place = `${from}:${line} imports ${specifier}`;
	if (target === undefined) {
		if (from.startsWith(CORE) && (specifier.startsWith('node:') || /^vscode(?:$|-languageserver(?:$|\/))/.test(specifier))) return `${place}: core is pure`;
		if (/^vscode-languageserver(?:$|\/)/.test(specifier) && layer.path !== 'server/src/lsp/') return `${place}: only server/src/lsp speaks LSP`;
		if (specifier === 'vscode' && layer.path !== 'client/src/') return `${place}: only the client knows VS Code`;
		return undefined;
	}
	if (typeOnly && from.startsWith(CORE) && VOCABULARY.includes(target)) return undefined;
	if (target.endsWith('.json')) return undefined;
	return [layer.path, ...layer.below].some((allowed) => `${target}/`.startsWith(allowed)) ? undefined : `${place}: against the layers`;
}
