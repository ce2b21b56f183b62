/** The shipped examples: each is read in its own shape, and one is as a postmortem should be. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { run } from '../../server/src/cli/run';

interface Read {
	readonly file: string;
	readonly template: { readonly name: string };
	readonly date: string;
	readonly timeline: readonly unknown[];
	readonly actions: readonly unknown[];
}

async function call(...args: string[]) {
	let out = '';
	const status = await run(args, {
		cwd: path.resolve('examples'), env: {}, isTerminal: false, now: () => Date.UTC(2025, 8, 1),
		out: (text) => void (out += text), err: () => undefined, stdin: async () => new Uint8Array(),
	});
	return { status, out };
}

describe('examples', () => {
	const shapes: [file: string, template: string, date: string | undefined, rows: number, actions: number][] = [
		['2024-06-03-push-notifications.md', 'outage', '2024-06-03', 1, 8],
		['2024-09-09-picture-uploads.md', 'outage', '2024-09-09', 7, 6],
		['2024-10-08-broken-resolver.md', 'outage', '2024-10-08', 7, 5],
		['2025-02-11-checkout-pool.md', 'full', '2025-02-11', 15, 7],
		['2025-08-19-expired-certificate.md', 'sre', '2025-08-19', 9, 4],
		['search-index.md', 'atlassian', undefined, 8, 4], // written 5/6/2025, which can be read two ways
	];
	for (const [file, template, date, rows, actions] of shapes) {
		it(`${file} is read with all its rows and actions`, async () => {
			const read = JSON.parse((await call('read', file)).out) as Read;
			assert.deepEqual([read.template.name, read.timeline.length, read.actions.length], [template, rows, actions]);
			if (date !== undefined) assert.equal(read.date, date);
		});
	}

	it('hold one without any finding', async () => {
		assert.deepEqual(await call('lint', '2025-08-19-expired-certificate.md'), { status: 0, out: '' });
	});

	for (const [file] of shapes.filter(([name]) => !name.includes('certificate'))) {
		it(`${file} has something to find`, async () => assert.notEqual((await call('lint', file)).out, ''));
	}
});
