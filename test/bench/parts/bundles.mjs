// The size of what is shipped.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const GOALS = { 'server, Node': ['server/node', 500], 'server, browser': ['server/browser', 500], 'client, Node': ['client/node', 450], 'client, browser': ['client/browser', 450] };

export async function bundles({ product }) {
	return Object.entries(GOALS).map(([name, [bundle, atMost]]) => ({ work: `bundle: ${name}`, unit: 'KB', values: { postmortem: { median: sizeOf(path.join(product, bundle)) / 1024, count: 1 } }, goals: [{ atMost }] }));
}

/** A bundle with the chunks that it alone loads later, in bytes. */
function sizeOf(bundle) {
	const chunks = existsSync(bundle) ? readdirSync(bundle).map((file) => path.join(bundle, file)) : [];
	return [`${bundle}.js`, ...chunks].reduce((sum, file) => sum + statSync(file).size, 0);
}
