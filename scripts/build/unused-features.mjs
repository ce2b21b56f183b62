// The library of the client comes with features for all of the protocol. In place of those that our server never offers, and of
// all that only they need, classes are bundled that take part in nothing.
import { readFileSync } from 'node:fs';

const UNUSED = [
	'callHierarchy', 'colorProvider', 'declaration', 'definition', 'documentHighlight', 'documentLink', 'fileOperations', 'formatting', 'implementation',
	'inlineCompletion', 'inlineValue', 'linkedEditingRange', 'notebook', 'reference', 'rename', 'selectionRange', 'semanticTokens', 'signatureHelp',
	'textDocumentContent', 'typeDefinition', 'typeHierarchy', 'workspaceSymbol',
];

const IDLE = 'fillClientCapabilities() {} initialize() {} register() {} unregister() {} clear() {} getState() { return { kind: \'static\' }; }';
/** The feature of pulled diagnostics looks this one up and listens to it. */
const IDLE_NOTEBOOKS = `registrationType = { method: 'notebookDocument/sync' }; handles() { return false; } ${
	['Open', 'Change', 'Save', 'Close'].map((event) => `on${event}NotificationSent() { return { dispose() {} }; }`).join(' ')}`;

const COMMON = 'vscode-languageclient[\\\\/]lib[\\\\/]common[\\\\/]';

export const withoutUnusedFeatures = {
	name: 'without unused features',
	setup(build) {
		build.onLoad({ filter: new RegExp(`${COMMON}(?:${UNUSED.join('|')})\\.js$`) }, ({ path: file }) => {
			const names = [...readFileSync(file, 'utf8').matchAll(/^exports\.(\w+Feature) = \1;$/gm)].map(([, name]) => name);
			return { contents: names.map((name) => `exports.${name} = class { ${IDLE} ${name === 'NotebookDocumentSyncFeature' ? IDLE_NOTEBOOKS : ''} };`).join('\n') };
		});
	},
};
