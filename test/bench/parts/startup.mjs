// From the spawn of a server to its first answers, and the opening of a large document.
import { performance } from 'node:perf_hooks';
import { attempt, Attempts } from '../attempts.mjs';
import { longDocument, yamlDocument } from '../inputs.mjs';
import { OpenDocument } from '../editing.mjs';

export async function startup({ servers, quick, progress }) {
	const small = longDocument(14_000);
	const rounds = quick ? 3 : 15;
	const [initialize, diagnostics] = [new Attempts(Object.keys(servers)), new Attempts(Object.keys(servers))];
	for (let round = -1; round < rounds; round++) {
		for (const [name, server] of Object.entries(servers)) {
			await attempt(name, [initialize, diagnostics], progress, () => closedBehind(new OpenDocument(server, server.languageId === 'yaml' ? yamlDocument(14_000) : small), async (document) => {
				const answered = await document.start();
				await document.open();
				const first = performance.now() - document.client.spawned - document.client.clientWork;
				if (round < 0) return;
				initialize.add(name, answered);
				diagnostics.add(name, first);
			}));
		}
		progress(`start-up ${round + 1} of ${rounds}`);
	}
	return [
		{ work: 'spawn → `initialize` answered', unit: 'ms', values: initialize.values(), goals: [{ than: 'vscode-markdown-languageserver', share: 0.65 }] },
		{ work: 'spawn → first diagnostics, 14 K', unit: 'ms', values: diagnostics.values(), goals: [{ than: 'unified-language-server', share: 0.4 }] },
	];
}

export async function open({ servers, quick, progress }) {
	const opened = new Attempts(Object.keys(servers));
	const rounds = quick ? 1 : 3;
	for (let round = 0; round < rounds; round++) {
		for (const [name, server] of Object.entries(servers)) {
			await attempt(name, [opened], progress, () => closedBehind(new OpenDocument(server, server.languageId === 'yaml' ? yamlDocument(1_000_000) : longDocument(1_000_000)), async (document) => {
				await document.start();
				opened.add(name, await document.open());
			}));
			progress(`open 1 M, ${round + 1} of ${rounds}: ${name}`);
		}
	}
	return [{ work: 'open 1 M → diagnostics', unit: 'ms', values: opened.values(), goals: [{ than: 'unified-language-server', share: 1 / 3 }] }];
}

async function closedBehind(document, measure) {
	try {
		await measure(document);
	} finally {
		await document.close();
	}
}
