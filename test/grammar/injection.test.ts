/** The grammar marks what a postmortem is made of, and nothing in code, comments or addresses. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';

const HOST = process.env.MARKDOWN_GRAMMAR ?? 'test/grammar/host.tmLanguage.json';
const INJECTION = 'syntaxes/postmortem.injection.tmLanguage.json';

async function loadGrammar(): Promise<IGrammar> {
	const resolve = createRequire(path.resolve('package.json')).resolve;
	await oniguruma.loadWASM(readFileSync(resolve('vscode-oniguruma/release/onig.wasm')));
	const registry = new textmate.Registry({
		onigLib: Promise.resolve({
			createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
			createOnigString: (text) => new oniguruma.OnigString(text),
		}),
		getInjections: (scope) => (scope === 'text.html.markdown' ? ['postmortem.injection'] : undefined),
		loadGrammar: async (scope) => {
			const file = { 'text.html.markdown': HOST, 'postmortem.injection': INJECTION }[scope];
			return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
		},
	});
	return (await registry.loadGrammar('text.html.markdown'))!;
}

describe('grammar injection', () => {
	let grammar: IGrammar;
	before(async () => {
		grammar = await loadGrammar();
	});

	/** What our scopes mark in the text, as `kind=text`, neighbouring pieces of one mark joined. */
	function marksOf(text: string): string[] {
		const marks: string[] = [];
		let stack = textmate.INITIAL;
		for (const line of text.split('\n')) {
			const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
			let previous: { kind: string; end: number } | undefined;
			for (const { startIndex, endIndex, scopes } of tokens) {
				const kind = scopes.find((scope) => scope.endsWith('.postmortem'))?.split('.').at(-2);
				if (kind === undefined) continue;
				if (previous?.kind === kind && previous.end === startIndex) marks[marks.length - 1] += line.slice(startIndex, endIndex);
				else marks.push(`${kind}=${line.slice(startIndex, endIndex)}`);
				previous = { kind, end: endIndex };
			}
			stack = ruleStack;
		}
		return marks;
	}

	const marked: [name: string, text: string, ...marks: string[]][] = [
		['24-hour times', 'At 09:05, 9:05 and 23:59:58.120', 'time=09:05', 'time=9:05', 'time=23:59:58.120'],
		['12-hour times', '10:30 AM, 9:06a, 2pm, 11 p.m.', 'time=10:30 AM', 'time=9:06a', 'time=2pm', 'time=11 p.m.'],
		['a range', 'From 09:13-11:15', 'time=09:13', 'time=11:15'],
		['times of the day in four digits', 'at 2100hrs WAT', 'time=2100hrs', 'timezone=WAT'],
		['relative times', 'T+5m and T-18h', 'time=T+5m', 'time=T-18h'],
		['a time at the end of a sentence', 'It ended at 10:04.', 'time=10:04'],
		['a time with its zone', '03:12 UTC, 19:12 PT', 'time=03:12', 'timezone=UTC', 'time=19:12', 'timezone=PT'],
		['zones in headings and headers', '| Time (PT) | Time (UTC+2) |', 'timezone=PT', 'timezone=UTC+2'],
		['a zone by its place', 'All times are Europe/Berlin', 'timezone=Europe/Berlin'],
		['ISO dates and moments', '2025-02-11 and 2025-02-11T23:31:00Z', 'date=2025-02-11', 'date=2025-02-11T23:31:00Z'],
		['numeric dates', '12/2/2024, 02.12.2024, 2024/12/02', 'date=12/2/2024', 'date=02.12.2024', 'date=2024/12/02'],
		['written dates', 'January 15, 2024; 3rd June', 'date=January 15, 2024', 'date=3rd June'],
		['severities', 'SEV1, Sev-3, P0', 'severity=SEV1', 'severity=Sev-3', 'severity=P0'],
		['a severity in words behind its label', '- **Severity**: High', 'severity=High'],
		['a status behind its label', '**Status:** Resolved', 'status=Resolved'],
		['a status alone in its cell', '| Fix it | @emil | ✅ Done | In Progress |', 'person=@emil', 'status=Done', 'status=In Progress'],
		['people', 'Asked @noor.h and @ruth.', 'person=@noor.h', 'person=@ruth'],
		['placeholders', 'TODO, TBD, <describe the impact>, YYYY-MM-DD', 'placeholder=TODO', 'placeholder=TBD', 'placeholder=<describe the impact>', 'placeholder=YYYY-MM-DD'],
		['times inside bold', '- **10:04** – up', 'time=10:04'],
		['bold that ends behind a mark', '**Status: Resolved** at 10:04', 'status=Resolved', 'time=10:04'],
		['headings', '## Timeline (UTC)', 'timezone=UTC'],
	];
	for (const [name, text, ...marks] of marked) {
		it(`marks ${name}`, () => assert.deepEqual(marksOf(text), marks));
	}

	const plain: [name: string, text: string][] = [
		['inline code', '`10:04 UTC TODO @noor`'],
		['fenced code', '```\n10:04 SEV1 TODO\n```'],
		['comments', '<!-- TODO 10:04 -->'],
		['link targets', '[runbook](https://example.com/2025-02-11/10:04/TODO)'],
		['bare addresses', 'https://example.com/2025-02-11?at=10:04&by=@noor and noor@example.com'],
		['percentages and decimals', '2.70%, 10.5 and 99:99'],
		['ports, versions and ratios', 'localhost:8080, v1.5.2, 16:9, 10.0.0.1:10'],
		['words that hold a severity', 'SP1, P10, SEV10'],
		['a status within a sentence', 'The door stays open | not done yet and more |'],
		['zones within words', 'BESTOW, ETC, PTO'],
		['scoped packages and decorators in paths', 'a/@types/node, x@y'],
	];
	for (const [name, text] of plain) {
		it(`leaves ${name} alone`, () => assert.deepEqual(marksOf(text), []));
	}

	it('lets bold end where it ends', () => {
		const line = '**Severity: High** and `plain` 10:04';
		const bold = grammar.tokenizeLine(line, textmate.INITIAL).tokens.filter(({ scopes }) => scopes.some((scope) => scope.startsWith('markup.bold')));
		assert.equal(line.slice(0, bold.at(-1)!.endIndex), '**Severity: High**');
	});
});
