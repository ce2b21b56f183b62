/** `postmortem lint`: the findings of documents, and their safe fixes. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Reading } from '../core/reading';
import { RULES } from '../core/rules';
import { SEVERITIES, type Severity } from '../core/rules/rule';
import { parseCount } from './arguments';
import type { Command } from './command';
import { EXIT_CLEAN, EXIT_FAILURE, EXIT_FINDINGS, Failure } from './failure';
import { FORMATS } from './formats/format';
import { readInputs, type Input } from './inputs';
import { requireFreeOutput, wantsColour, writeReport } from './output';
import { countOf, reportOf, type ReportFile } from './report';
import { Session } from './session';
import { painter } from './terminal';

export const lint: Command = {
	name: 'lint',
	usage: '[FILES|FOLDERS|GLOBS…]',
	summary: 'Check postmortems; without files: those of the config, else those found below the current folder.',
	options: {
		format: { type: 'string', short: 'f', choices: Object.keys(FORMATS), doc: 'how to print the findings (default: text)' },
		fix: { type: 'boolean', doc: 'apply all safe fixes to the files, then report what is left' },
		'fail-on': { type: 'string', choices: [...SEVERITIES, 'never'], doc: 'the lowest level that makes the exit status 1 (default: error)' },
		'max-warnings': { type: 'string', value: 'N', doc: 'exit status 1 with more warnings than this' },
	},
	examples: ['postmortem lint', 'postmortem lint "docs/postmortems/**/*.md" --format sarif --output findings.sarif', 'postmortem lint --fix outage.md', 'cat outage.md | postmortem lint --stdin --stdin-filename outage.md'],
	async run(args, io) {
		const maxWarnings = args.text('max-warnings');
		const warningsAllowed = maxWarnings === undefined ? Infinity : parseCount('max-warnings', maxWarnings);
		if (args.flag('fix') && args.flag('stdin')) throw new Failure('unexpected `--fix` with `--stdin`, expected files to fix');
		const session = await Session.open(args, io);
		const { inputs, failures } = await readInputs(session);
		await requireFreeOutput(session, inputs.filter((input) => !input.fromStdin).flatMap((input) => [input.uri, ...input.reading.project.files.map((file) => file.uri)]));
		for (const failure of failures) io.err(`postmortem: ${failure}\n`);

		const files: ReportFile[] = [];
		for (const input of inputs) {
			if (!input.reading.doc.verdict.isPostmortem) session.note(`${input.file}: no postmortem, not checked`);
			files.push(reportOf(input.file, args.flag('fix') ? await fixed(session, input) : input.reading));
		}
		const format = FORMATS[args.text('format') ?? 'text']!;
		await writeReport(session, format(files, { rules: RULES, paint: painter(wantsColour(session)) }));
		if (failures.length > 0) return EXIT_FAILURE;
		if (files.length === 0 || files.some(({ template }) => template !== null)) session.note(summaryOf(files));
		const failOn = (args.text('fail-on') ?? 'error') as Severity | 'never';
		const grave = failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
		const found = grave.some((severity) => countOf(files, severity) > 0) || countOf(files, 'warning') > warningsAllowed;
		return found ? EXIT_FINDINGS : EXIT_CLEAN;
	},
};

async function fixed(session: Session, { uri, file, reading }: Input): Promise<Reading> {
	const text = reading.fixed;
	if (text === reading.text) return reading;
	try {
		await writeFile(fileURLToPath(uri), text);
	} catch (error) {
		throw new Failure(`${file}: cannot be written (${(error as { code?: string }).code ?? String(error)})`);
	}
	return session.read(uri, text);
}

function summaryOf(files: readonly ReportFile[]): string {
	const checked = files.filter((file) => file.template !== null).length;
	const counts = SEVERITIES.map((severity) => [severity, countOf(files, severity)] as const).filter(([, count]) => count > 0);
	const postmortems = `${checked} ${checked === 1 ? 'postmortem' : 'postmortems'}`;
	if (counts.length === 0) return `no findings in ${postmortems}`;
	return `${counts.map(([severity, count]) => `${count} ${count === 1 ? severity : PLURALS[severity]}`).join(', ')} in ${postmortems}`;
}

const PLURALS: Record<Severity, string> = { error: 'errors', warning: 'warnings', information: 'information', hint: 'hints' };
