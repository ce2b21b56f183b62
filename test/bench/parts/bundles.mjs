// The size of what is shipped: what a start loads, and with it what is loaded later or never.
import { statSync } from 'node:fs';
import path from 'node:path';

/** Files beside a server that it loads when it first needs them. */
const LATER = ['yaml', 'remark', 'pages'].map((name) => `server/${name}`);
/** Files of each bundle, and the goal in KB. */
const BUNDLES = [
	['server, Node, at the start', ['server/node'], 500],
	['server, Node, in all', ['server/node', ...LATER], 500],
	['server, browser', ['server/browser'], 500],
	['client, Node', ['client/node'], 450],
	['client, browser', ['client/browser'], 450],
];

export async function bundles({ product }) {
	return BUNDLES.map(([name, files, atMost]) => {
		const size = files.reduce((sum, file) => sum + statSync(path.join(product, `${file}.js`)).size, 0);
		return { work: `bundle: ${name}`, unit: 'KB', values: { postmortem: { median: size / 1024, count: 1 } }, goals: [{ atMost }] };
	});
}
