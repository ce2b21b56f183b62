import assert from 'node:assert/strict';
import { globSync } from '../../scripts/glob.mjs';
import { faultOf, importsOf } from './imports';

const sources = ['server/src', 'client/src'].flatMap((folder) => globSync(folder, '.ts')).filter((file) => !file.endsWith('.test.ts'));

describe('layers', () => {
	it('hold for every import', () => {
		const imports = sources.flatMap((file) => importsOf(file));
		assert.ok(imports.length > 20, `only ${imports.length} imports were found`);
		assert.deepEqual(imports.map(faultOf).filter((fault) => fault !== undefined), []);
	});

	for (const [from, specifier, fault] of [
		['server/src/core/text/span.ts', '../markdown/blocks', 'against the layers'],
		['server/src/core/postmortem/model.ts', '../rules/rule', 'against the layers'],
		['server/src/core/service.ts', '../lsp/protocol', 'against the layers'],
		['server/src/core/service.ts', 'node:fs', 'core is pure'],
		['server/src/core/service.ts', 'vscode-languageserver/node', 'core is pure'],
		['server/src/cli/main.ts', '../lsp/settings', 'against the layers'],
		['server/src/cli/main.ts', 'vscode-languageserver/node', 'only server/src/lsp speaks LSP'],
		['server/src/lsp/server.ts', 'vscode', 'only the client knows VS Code'],
		['client/src/extension.ts', '../../server/src/core/service', 'against the layers'],
		['client/src/extension.ts', '../../server/src/lsp/protocol', undefined],
		['server/src/lsp/server.ts', '../core/service', undefined],
		['server/src/core/rules/index.ts', '../postmortem/model', undefined],
	] as const) {
		it(`${from} importing values of ${specifier} is ${fault ?? 'fine'}`, () => {
			const [found] = importsOf(from, `import { x } from '${specifier}';`);
			assert.ok(found);
			assert.equal(faultOf(found)?.split(': ').at(-1), fault);
		});
	}

	it('let types of the vocabulary through, values not', () => {
		const from = 'server/src/core/template/template.ts';
		const faults = (text: string) => importsOf(from, text).map(faultOf).filter((fault) => fault !== undefined).length;
		assert.equal(faults("import type { ColumnRole } from '../postmortem/model';"), 0);
		assert.equal(faults("import { ColumnRole } from '../postmortem/model';"), 1);
		assert.equal(faults("import type { Reader } from '../postmortem/read';"), 1);
	});

	it('are found in every form of import', () => {
		const text = `import a from './a';\nexport * from './b';\nconst c = await import('./c');\ntype D = import('./d').D;\nimport type { E } from './e';`;
		assert.deepEqual(importsOf('server/src/core/x.ts', text).map(({ line, target, typeOnly }) => [line, target, typeOnly]), [
			[1, 'server/src/core/a', false], [2, 'server/src/core/b', false], [3, 'server/src/core/c', false], [4, 'server/src/core/d', true], [5, 'server/src/core/e', true],
		]);
	});
});
