// What a server holds in memory: with one document open, and after ten thousand edits of it.
import { longDocument } from '../inputs.mjs';
import { OpenDocument } from '../editing.mjs';
import { resident } from '../processes.mjs';
import { summary } from '../statistics.mjs';

const MEGABYTE = 2 ** 20;
/** Growth that counts as none: what a heap between two collections may differ by. */
const NO_GROWTH = 10;

export async function memory({ servers, quick, progress }) {
	const edits = quick ? 1_000 : 10_000;
	const opened = {};
	const grown = {};
	for (const [name, server] of Object.entries(servers)) {
		if (server.languageId === 'yaml') continue;
		const document = new OpenDocument(server, longDocument(14_000));
		await document.start();
		await document.open();
		await document.keystroke('diagnostics');
		opened[name] = summary([resident(document.client.pid) / MEGABYTE]);
		if (name === 'postmortem') {
			// The first tenth fills the young generation, which is no growth.
			for (let edit = 0; edit < edits / 10; edit++) await document.keystroke('diagnostics');
			const before = resident(document.client.pid);
			for (let edit = 0; edit < edits; edit++) await document.keystroke('diagnostics');
			grown[name] = summary([(resident(document.client.pid) - before) / MEGABYTE]);
		}
		await document.close();
		progress(`memory of ${name}`);
	}
	return [
		{ work: 'server, 14 K open', unit: 'MB', values: opened, goals: [{ atMost: 90 }] },
		{ work: `server, growth over ${edits.toLocaleString('en')} edits`, unit: 'MB', values: grown, goals: [{ atMost: NO_GROWTH }] },
	];
}
