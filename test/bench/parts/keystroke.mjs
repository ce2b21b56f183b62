// From a keystroke to the diagnostics, and to the outline, over stdio: all servers in turns, on documents of three sizes.
import { longDocument, yamlDocument } from '../inputs.mjs';
import { OpenDocument } from '../editing.mjs';
import { summary } from '../statistics.mjs';

const ROUNDS = 4;
/** Per size: characters, keystrokes in each round (whole bursts), and the shares of the peers' times to stay below. */
const SIZES = [
	{ name: '14 K', length: 14_000, keystrokes: 96, rumdl: 1 / 2, vscode: 1 / 8 },
	{ name: '200 K', length: 200_000, keystrokes: 48, rumdl: 1 / 7, vscode: 1 / 60 },
	{ name: '1 M', length: 1_000_000, keystrokes: 16, rumdl: 1 / 10, vscode: 1 / 100 },
];

export async function keystroke({ servers, quick, sizes, progress }) {
	const rows = [];
	for (const size of SIZES.filter(({ name }) => sizes.length === 0 || sizes.includes(name.replace(' ', '').toLowerCase()))) {
		const { diagnostics, outline } = await typedIn(servers, size, quick, progress);
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
	const open = [];
	try {
		for (const [name, server] of Object.entries(servers)) {
			const document = new OpenDocument(server, server.languageId === 'yaml' ? yamlDocument(size.length) : longDocument(size.length));
			open.push({ name, document, diagnostics: [], outline: [] });
			await document.start();
			await document.open();
			progress(`${size.name}: ${name} has it open, ${document.found} diagnostics`);
		}
		for (let round = -1; round < (quick ? 1 : ROUNDS); round++) {
			for (const { document, diagnostics, outline } of open) {
				const count = round < 0 || quick ? 16 : size.keystrokes;
				const mine = [await typed(document, 'diagnostics', count), document.server.outline === false ? [] : await typed(document, 'outline', count / 2)];
				if (round < 0) continue; // warms up
				diagnostics.push(...mine[0]);
				outline.push(...mine[1]);
			}
		}
	} finally {
		for (const { document } of open) await document.close();
	}
	const valuesOf = (what) => Object.fromEntries(open.filter((each) => each[what].length > 0).map((each) => [each.name, summary(each[what])]));
	return { diagnostics: valuesOf('diagnostics'), outline: valuesOf('outline') };
}

async function typed(document, wanted, count) {
	const times = [];
	for (let index = 0; index < count; index++) times.push(await document.keystroke(wanted));
	return times;
}
