// How files that are no code come into a bundle: built-in templates as the data that they hold, rule pages as functions
// that give their text.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export const assets = {
	name: 'assets',
	setup(build) {
		build.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({ contents: JSON.stringify(parse(readFileSync(path, 'utf8'))), loader: 'json' }));
		build.onLoad({ filter: /\.md$/ }, ({ path }) => ({ contents: `export default () => ${JSON.stringify(readFileSync(path, 'utf8'))};`, loader: 'js' }));
	},
};
