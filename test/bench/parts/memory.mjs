// What a server holds in memory: with one document open, and after ten thousand edits of it.
import { attempt, Attempts } from '../attempts.mjs';
import { longDocument } from '../inputs.mjs';
import { OpenDocument } from '../editing.mjs';
import { resident } from '../processes.mjs';

const MEGABYTE = 2 ** 20;
/** Growth that counts as none: what a heap between two collections may differ by. */
const NO_GROWTH = 10;

export async function memory({ servers, quick, progress }) {
	const edits = quick ? 1_000 : 10_000;
	const names = Object.keys(servers).filter((name) => servers[name].languageId !== 'yaml');
	const [opened, grown] = [new Attempts(names), new Attempts(['postmortem'])];
	for (const name of names) {
		const isOurs = name === 'postmortem';
		await attempt(name, isOurs ? [opened, grown] : [opened], progress, async () => {
			const document = new OpenDocument(servers[name], longDocument(14_000));
			try {
				await document.start();
				await document.open();
				await document.keystroke('diagnostics');
				opened.add(name, resident(document.client.pid) / MEGABYTE);
				if (isOurs) {
					// The first edits fill the young generation, which is no growth.
					for (let edit = 0; edit < edits / 5; edit++) await document.keystroke('diagnostics');
					const before = resident(document.client.pid);
					for (let edit = 0; edit < edits; edit++) await document.keystroke('diagnostics');
					grown.add(name, (resident(document.client.pid) - before) / MEGABYTE);
				}
			} finally {
				await document.close();
			}
		});
		progress(`memory of ${name}`);
	}
	return [
		{ work: 'server, 14 K open', unit: 'MB', values: opened.values(), goals: [{ atMost: 90 }] },
		{ work: `server, growth over ${edits.toLocaleString('en')} edits`, unit: 'MB', values: grown.values(), goals: [{ atMost: NO_GROWTH }] },
	];
}
