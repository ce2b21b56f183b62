// The size of what is shipped: what a start loads, and with it what is loaded later or never.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The parts of the server for the browser; those for Node are the same but for the first. */
const partsIn = (product) => JSON.parse(readFileSync(path.join(product, 'server/browser.json'), 'utf8')).map((name) => `server/${name}`);

const BUNDLES = [
	['server, Node, at the start', (product) => neededBy(product, 'server/language-server.js'), 500],
	['server, Node, in all', (product) => ['server/language-server.js', ...partsIn(product).filter((file) => file !== 'server/browser.js')], 500],
	['server, browser', partsIn, 500],
	['client, Node', () => ['client/node.js'], 450],
	['client, browser', () => ['client/browser.js'], 450],
];

export async function bundles({ product }) {
	return BUNDLES.map(([name, files, atMost]) => {
		const size = files(product).reduce((sum, file) => sum + statSync(path.join(product, file)).size, 0);
		return { work: `bundle: ${name}`, unit: 'KB', values: { postmortem: { median: size / 1024, count: 1 } }, goals: [{ atMost }] };
	});
}

/** A part and those that it loads before it does anything; one that is loaded later is loaded for a property of it. */
function neededBy(product, file) {
	const files = new Set([file]);
	for (const each of files) for (const [, name] of readFileSync(path.join(product, each), 'utf8').matchAll(/require\("\.\/([\w-]+\.js)"\)(?!\.)/g)) files.add(`server/${name}`);
	return [...files];
}
