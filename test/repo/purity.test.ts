import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import ts from 'typescript';
import { workerScript } from '../../client/src/hosts/workerScript';
import { globSync } from '../../scripts/glob.mjs';

describe('purity', () => {
	it('core compiles without the types of Node and of the browser', function () {
		this.timeout(60_000);
		const config = ts.getParsedCommandLineOfConfigFile('server/src/core/tsconfig.json', {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: ({ messageText }) => assert.fail(String(messageText)) });
		assert.ok(config);
		assert.deepEqual(config.options.types, []);
		assert.deepEqual(config.options.lib, ['lib.es2023.d.ts']);
		const program = ts.createProgram(config.fileNames, config.options);
		const faults = ts.getPreEmitDiagnostics(program).map((each) => ts.flattenDiagnosticMessageText(each.messageText, '\n'));
		assert.deepEqual(faults, []);
	});

	it('core reads no clock, no chance and keeps no state between calls', () => {
		const files = globSync('server/src/core', '.ts').filter((file) => !file.endsWith('.test.ts'));
		const faults = files.flatMap((file) => impure(file));
		assert.deepEqual(faults, []);
	});

	it('the web server starts in a bare worker', () => {
		const listeners: unknown[] = [];
		const scope: Record<string, unknown> = {
			addEventListener: () => {},
			postMessage: () => {},
			setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, TextDecoder, TextEncoder, URL, console,
			set onmessage(listener: unknown) { listeners.push(listener); },
		};
		scope.self = scope;
		const names = JSON.parse(readFileSync('dist/server/browser.json', 'utf8')) as string[];
		vm.runInNewContext(workerScript(new Map(names.map((name) => [name, readFileSync(`dist/server/${name}`, 'utf8')])), 'browser.js'), scope);
		assert.equal(listeners.length, 1, 'the server listens for messages');
	});
});

/** Module-level `let`, `Date.now()`, `new Date()` without arguments and `Math.random()`. */
function impure(file: string): string[] {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
	const faults: string[] = [];
	for (const statement of source.statements) {
		if (ts.isVariableStatement(statement) && !(statement.declarationList.flags & ts.NodeFlags.Const) && !statement.modifiers?.some((each) => each.kind === ts.SyntaxKind.DeclareKeyword)) report(statement, 'state of the module');
	}
	visit(source);
	return faults;

	function visit(node: ts.Node): void {
		if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) report(node, 'the clock');
		if (ts.isPropertyAccessExpression(node) && ['Date.now', 'Math.random', 'performance.now'].includes(node.getText())) report(node, node.getText());
		ts.forEachChild(node, visit);
	}
	function report(node: ts.Node, what: string): void {
		faults.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${what}`);
	}
}
