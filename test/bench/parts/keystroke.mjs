// From a keystroke to the diagnostics, and to the outline, over stdio: all servers in turns, on documents of three sizes.
import { attempt, Attempts } from '../attempts.mjs';
import { longDocument, yamlDocument } from '../inputs.mjs';
import { OpenDocument } from '../editing.mjs';

const ROUNDS = 4;
/**
 * Per size: characters, the first keystrokes, for which engines have not compiled their code yet, keystrokes in each round
 * behind them (whole bursts both), and the shares of the peers' times to stay below.
 */
const SIZES = [
	{ name: '14 K', length: 14_000, first: 480, keystrokes: 192, rumdl: 1 / 2, vscode: 1 / 8 },
	{ name: '200 K', length: 200_000, first: 192, keystrokes: 96, rumdl: 1 / 7, vscode: 1 / 60 },
	{ name: '1 M', length: 1_000_000, first: 32, keystrokes: 16, rumdl: 1 / 10, vscode: 1 / 100 },
];
const QUICK = 16;

export async function keystroke({ servers, quick, sizes, progress }) {
	const rows = [];
	for (const size of SIZES.filter(({ name }) => sizes.length === 0 || sizes.includes(name.replace(' ', '').toLowerCase()))) {
		const { first, diagnostics, outline } = await typedIn(servers, size, quick, progress);
		rows.push({ work: `first ${quick ? QUICK : size.first} keystrokes → diagnostics, ${size.name}`, unit: 'ms', values: first, goals: [] });
		rows.push({
			work: `keystroke → diagnostics, ${size.name}`,
			unit: 'ms',
			values: diagnostics,
			goals: [{ than: 'rumdl', share: size.rumdl }, { than: 'vscode-markdown-languageserver', share: size.vscode }, { than: 'rumdl', share: 1, of: 'p95' }],
		});
		rows.push({ work: `keystroke → outline, ${size.name}`, unit: 'ms', values: outline, goals: size.name === '200 K' ? [{ than: 'rumdl', share: 1 }] : [] });
	}
	return rows;
}

async function typedIn(servers, size, quick, progress) {
	const names = Object.keys(servers);
	const [first, diagnostics, outline] = [new Attempts(names), new Attempts(names), new Attempts(names.filter((name) => servers[name].outline !== false))];
	const rowsOf = (name) => [first, diagnostics, ...(servers[name].outline === false ? [] : [outline])];
	const open = new Map();
	try {
		for (const [name, server] of Object.entries(servers)) {
			const document = new OpenDocument(server, server.languageId === 'yaml' ? yamlDocument(size.length) : longDocument(size.length));
			open.set(name, document);
			await attempt(name, rowsOf(name), progress, async () => {
				await document.start();
				await document.open();
				progress(`${size.name}: ${name} has it open, ${document.found} diagnostics`);
			});
		}
		for (let round = -1; round < (quick ? 1 : ROUNDS); round++) {
			for (const [name, document] of open) {
				await attempt(name, rowsOf(name), progress, async () => {
					const count = quick ? QUICK : round < 0 ? size.first : size.keystrokes;
					(round < 0 ? first : diagnostics).add(name, ...(await typed(document, 'diagnostics', count)));
					const shown = document.server.outline === false ? [] : await typed(document, 'outline', count / 2);
					if (round >= 0 && shown.length > 0) outline.add(name, ...shown);
				});
			}
			progress(`${size.name}: typed, ${round + 1} of ${quick ? 1 : ROUNDS}`);
		}
	} finally {
		for (const document of open.values()) await document.close();
	}
	return { first: first.values(), diagnostics: diagnostics.values(), outline: outline.values() };
}

async function typed(document, wanted, count) {
	const times = [];
	for (let index = 0; index < count; index++) times.push(await document.keystroke(wanted));
	return times;
}
