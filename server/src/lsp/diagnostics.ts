/** Findings as diagnostics: pulled by clients that can, else pushed after a quiet time. */
import {
	DiagnosticSeverity, DiagnosticTag, DocumentDiagnosticReportKind, type Diagnostic, type DocumentDiagnosticReport, type ServerCapabilities,
} from 'vscode-languageserver';
import { ruleHref } from '../core/features/ruleHref';
import { LineIndex } from '../core/text/lines';
import { loadFindings } from '../core/rules/load-findings';
import type { Finding, Severity } from '../core/rules/rule';
import { normalUri } from '../core/workspace/uri';
import type { CheckedFile, Project } from '../core/workspace/projects';
import type { Desk, OpenReading } from './desk';
import { guard } from './guard';

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	information: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};
/** Rules whose findings are leftovers: editors fade them. */
const LEFTOVERS = new Set(['placeholder-left']);

export class Diagnostics {
	/** Running timers of pushed checks, by document. */
	readonly #waiting = new Map<string, () => void>();
	/** Files that are not open but have diagnostics, as they stand there now. */
	readonly #pushedFiles = new Map<string, string>();
	readonly #saved = new Map<string, number>();

	constructor(private readonly desk: Desk) {}

	get #pulls(): boolean {
		return this.desk.client.textDocument?.diagnostic !== undefined;
	}

	capability(): ServerCapabilities {
		return this.#pulls ? { diagnosticProvider: { identifier: 'postmortem', interFileDependencies: false, workspaceDiagnostics: false } } : {};
	}

	register(): void {
		const { connection, documents } = this.desk;
		connection.languages.diagnostics.on(guard(this.desk, 'textDocument/diagnostic', ['textDocument'], { kind: DocumentDiagnosticReportKind.Full, items: [] } as DocumentDiagnosticReport, (params: { textDocument: { uri: string }; previousResultId?: string }) => this.#pulled(params.textDocument.uri, params.previousResultId)));
		documents.onDidOpen(({ document }) => {
			this.#saved.set(document.uri, document.version);
			this.#schedule(document.uri, 0);
		});
		documents.onDidChangeContent(({ document }) => {
			if (this.#saved.get(document.uri) !== document.version) this.#schedule(document.uri);
		});
		documents.onDidSave(({ document }) => {
			this.#saved.set(document.uri, document.version);
			this.#schedule(document.uri, 0);
		});
		documents.onDidClose(({ document: { uri } }) => {
			this.#waiting.get(uri)?.();
			this.#waiting.delete(uri);
			this.#saved.delete(uri);
			if (!this.#pulls) void connection.sendDiagnostics({ uri, diagnostics: [] });
		});
	}

	/** After something changed that all documents depend on. */
	refresh(): void {
		if (this.#pulls && this.desk.client.workspace?.diagnostics?.refreshSupport) void this.desk.connection.languages.diagnostics.refresh();
		for (const { uri } of this.desk.documents.all()) this.#schedule(uri, 0);
	}

	async #pulled(uri: string, previousResultId: string | undefined): Promise<DocumentDiagnosticReport> {
		const snapshot = this.desk.snapshot(uri);
		const { run } = await this.desk.settings(uri);
		const waits = run === 'onSave' && snapshot !== undefined && this.#saved.get(uri) !== snapshot.version;
		if (waits && previousResultId !== undefined) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId };
		const resultId = `${this.desk.generation}:${snapshot?.version}:${run}`;
		if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
		return { kind: DocumentDiagnosticReportKind.Full, resultId, items: await this.#diagnosticsOf(uri) };
	}

	#schedule(uri: string, quiet?: number): void {
		this.#waiting.get(uri)?.();
		void this.desk.settings(uri).then(({ delay, run }) => {
			if (run === 'onSave' && quiet === undefined) return;
			this.#waiting.get(uri)?.();
			this.#waiting.set(uri, this.desk.host.after(quiet ?? delay, () => {
				this.#waiting.delete(uri);
				this.#push(uri).catch((error: unknown) => this.desk.logFault(`checking ${uri} failed`, error));
			}));
		});
	}

	/** Publishes what was found in the version that is open; nothing where a newer one came in between. */
	async #push(uri: string): Promise<void> {
		const version = this.desk.versionOf(uri);
		if (version === undefined) return;
		const diagnostics = this.#pulls ? [] : await this.#diagnosticsOf(uri);
		const open = await this.desk.reading(uri);
		if (this.desk.versionOf(uri) !== version) return;
		if (!this.#pulls) await this.desk.connection.sendDiagnostics({ uri, version, diagnostics });
		if (open) this.#pushFiles(open.reading.project);
	}

	/** Config and templates that a document depends on are checked even where nobody has them open. */
	#pushFiles(project: Project): void {
		for (const file of project.files) {
			if (this.desk.documents.get(file.uri)) continue;
			const diagnostics = this.#fileDiagnostics(file, project);
			const state = JSON.stringify(diagnostics);
			if ((this.#pushedFiles.get(file.uri) ?? '[]') === state) continue;
			this.#pushedFiles.set(file.uri, state);
			void this.desk.connection.sendDiagnostics({ uri: file.uri, diagnostics });
		}
	}

	/** Takes back what was pushed for a file that the client has opened: from now on it is checked as a document. */
	async #takeBack(uri: string): Promise<void> {
		for (const pushed of this.#pushedFiles.keys()) {
			if (normalUri(pushed) !== normalUri(uri) || this.#pushedFiles.get(pushed) === '[]') continue;
			this.#pushedFiles.set(pushed, '[]');
			if (this.#pulls || pushed !== uri) await this.desk.connection.sendDiagnostics({ uri: pushed, diagnostics: [] });
		}
	}

	async #diagnosticsOf(uri: string): Promise<Diagnostic[]> {
		const snapshot = this.desk.snapshot(uri);
		const settings = await this.desk.settings(uri);
		if (!snapshot || !settings.enable || settings.run === 'off') return [];
		if (snapshot.isYaml) {
			await this.#takeBack(uri);
			const project = (await this.desk.kindOfYaml(snapshot))?.project;
			const file = project?.files.find((each) => normalUri(each.uri) === normalUri(uri));
			return project && file ? this.#fileDiagnostics(file, project) : [];
		}
		const open = await this.desk.reading(uri);
		return open ? open.reading.findings.map((finding) => toDiagnostic(this.desk, open, finding)) : [];
	}

	#fileDiagnostics(file: CheckedFile, project: Project): Diagnostic[] {
		const lines = new LineIndex(file.text);
		return loadFindings(file.kind, file.problems, project.config).map((finding) => plainDiagnostic(this.desk, lines, finding));
	}
}

export function toDiagnostic(desk: Desk, { snapshot, reading }: OpenReading, finding: Finding): Diagnostic {
	const { lines } = reading.doc;
	const related = (finding.related ?? []).flatMap(({ span, message, uri }) => {
		const other = uri === undefined ? lines : linesOf(reading.project, uri);
		return other ? [{ location: { uri: uri ?? snapshot.uri, range: desk.positions.range(other, span) }, message }] : [];
	});
	return {
		...plainDiagnostic(desk, lines, finding),
		...(LEFTOVERS.has(finding.rule) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
		...(related.length > 0 ? { relatedInformation: related } : {}),
	};
}

function plainDiagnostic(desk: Desk, lines: LineIndex, { span, severity, rule, message }: Finding): Diagnostic {
	return { range: desk.positions.range(lines, span), severity: SEVERITY[severity], code: rule, codeDescription: { href: ruleHref(rule) }, source: 'postmortem', message, data: { rule } };
}

function linesOf(project: Project, uri: string): LineIndex | undefined {
	const file = project.files.find((each) => normalUri(each.uri) === normalUri(uri));
	return file && new LineIndex(file.text);
}
