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

/** What each layer of `server/src` may import besides itself. A path belongs to the first layer that it starts with. */
const LAYERS: readonly { readonly path: string; readonly below: readonly string[] }[] = [
	{ path: 'server/src/core/text/', below: [] },
	{ path: 'server/src/core/markdown/', below: ['server/src/core/text/'] },
	{ path: 'server/src/core/schema/', below: ['server/src/core/text/'] },
	...['time', 'template'].map((name) => ({
		path: `server/src/core/${name}/`,
		below: ['text', 'markdown', 'schema', 'time', 'template', 'config', 'postmortem/role', 'postmortem/model'].map((each) => `server/src/core/${each}`),
	})),
	{ path: 'server/src/core/config/', below: ['text', 'markdown', 'schema', 'time', 'template', 'postmortem', 'rules'].map((each) => `server/src/core/${each}`) },
	{ path: 'server/src/core/postmortem/', below: ['text', 'markdown', 'time', 'template', 'config', 'context'].map((each) => `server/src/core/${each}`) },
	{ path: 'server/src/core/rules/', below: ['text', 'markdown', 'schema', 'time', 'template', 'config', 'postmortem', 'rewrites'].map((each) => `server/src/core/${each}`) },
	{ path: 'server/src/core/rewrites/', below: ['text', 'markdown', 'time', 'template', 'config', 'postmortem', 'rules'].map((each) => `server/src/core/${each}`) },
	{ path: 'server/src/core/', below: [] },
	{ path: 'server/src/hosts/', below: ['server/src/core/'] },
	{ path: 'server/src/lsp/', below: ['server/src/core/', 'server/src/hosts/'] },
	{ path: 'server/src/cli/', below: ['server/src/core/', 'server/src/hosts/'] },
	{ path: 'client/src/', below: ['server/src/lsp/protocol'] },
];

/** What is wrong with an import, or `undefined`. */
export function faultOf({ from, line, specifier, target }: Import): string | undefined {
	const layer = LAYERS.find((each) => from.startsWith(each.path));
	if (!layer) return undefined;
	const place = `${from}:${line} imports ${specifier}`;
	if (target === undefined) {
		if (from.startsWith('server/src/core/') && (specifier.startsWith('node:') || /^vscode(?:$|-languageserver(?:$|\/))/.test(specifier))) return `${place}: core is pure`;
		if (/^vscode-languageserver(?:$|\/)/.test(specifier) && layer.path !== 'server/src/lsp/') return `${place}: only server/src/lsp speaks LSP`;
		if (specifier === 'vscode' && layer.path !== 'client/src/') return `${place}: only the client knows VS Code`;
		return undefined;
	}
	return [layer.path, ...layer.below].some((allowed) => target.startsWith(allowed)) ? undefined : `${place}: against the layers`;
}
