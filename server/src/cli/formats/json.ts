import type { Format } from './format';
import { JsonList } from './json-list';

export const jsonReport: Format = {
	startsWithTotals: false,
	printer() {
		const files = new JsonList(4);
		return {
			head: () => '{\n  "version": 1,\n  "files": [',
			file: (report) => files.item(report),
			foot: () => `${files.end()}\n}\n`,
		};
	},
};
