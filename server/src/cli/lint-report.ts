/** The report of `lint` as it grows: prints each outcome when its turn comes and keeps nothing but counts. */
import { RULES } from '../core/rules';
import { SEVERITIES, type Severity } from '../core/rules/rule';
import type { Outcome } from './check-file';
import { Failure } from './failure';
import type { Format, Printer } from './formats/format';
import { requireFreeOutput, wantsColour } from './output';
import { Progress } from './progress';
import { ReportSink } from './report-sink';
import type { Session } from './session';
import { painter } from './terminal';

export class LintReport {
	/** Number of files in the report. */
	files = 0;
	/** Number of those that are postmortems. */
	postmortems = 0;
	/** Whether a file could not be read. */
	hasFailed = false;
	readonly #counts = new Map<Severity, number>();
	readonly #printer: Printer;
	readonly #sink: ReportSink;
	readonly #progress: Progress;
	readonly #isOutputFree = new Set<string>();
	#done = 0;
	#hasHead = false;

	/** @param total of files that will be told of. */
	constructor(
		private readonly session: Session,
		private readonly format: Format,
		total: number,
	) {
		this.#printer = format.printer({ rules: RULES, paint: painter(wantsColour(session)) });
		this.#sink = new ReportSink(session, format.startsWithTotals);
		this.#progress = new Progress(session.io, session.quiet, total);
	}

	/** @throws Failure where the outcome ends the run. */
	async add({ report, failure, fatal, crashes = [], projectFiles = [] }: Outcome): Promise<void> {
		this.#done++;
		if (report || failure !== undefined || fatal !== undefined || crashes.length > 0) this.#progress.erase();
		for (const crash of crashes) this.session.io.err(crash);
		if (fatal !== undefined) throw new Failure(fatal);
		if (failure !== undefined) {
			this.hasFailed = true;
			this.session.io.err(`postmortem: ${failure}\n`);
		}
		if (report) {
			const unknown = projectFiles.filter((uri) => !this.#isOutputFree.has(uri));
			await requireFreeOutput(this.session, unknown);
			for (const uri of unknown) this.#isOutputFree.add(uri);
			if (report.template === null) this.session.note(`${report.file}: no postmortem, not checked`);
			else this.postmortems++;
			for (const { severity } of report.findings) this.#counts.set(severity, this.count(severity) + 1);
			await this.#sink.write(this.#head() + this.#printer.file(report));
			this.files++;
		}
		this.#progress.tell(this.#done);
	}

	/** Writes what is left. @throws Failure where the output cannot be written. */
	async close(): Promise<void> {
		this.#progress.erase();
		await this.#sink.write(this.#head() + this.#printer.foot());
		await this.#sink.close(this.format.startsWithTotals ? this.#printer.head() : '');
	}

	/** Leaves no line on the terminal and no file behind. */
	async dispose(): Promise<void> {
		this.#progress.erase();
		await this.#sink.dispose();
	}

	count(severity: Severity): number {
		return this.#counts.get(severity) ?? 0;
	}

	get summary(): string {
		const counts = SEVERITIES.map((severity) => [severity, this.count(severity)] as const).filter(([, count]) => count > 0);
		const postmortems = `${this.postmortems} ${this.postmortems === 1 ? 'postmortem' : 'postmortems'}`;
		if (counts.length === 0) return `no findings in ${postmortems}`;
		return `${counts.map(([severity, count]) => `${count} ${count === 1 ? severity : PLURALS[severity]}`).join(', ')} in ${postmortems}`;
	}

	/** The first words of the report, once. */
	#head(): string {
		if (this.format.startsWithTotals || this.#hasHead) return '';
		this.#hasHead = true;
		return this.#printer.head();
	}
}

const PLURALS: Record<Severity, string> = { error: 'errors', warning: 'warnings', information: 'information', hint: 'hints' };
