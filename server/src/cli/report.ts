/** What `lint` found, as all formats print it: lines and columns from 1, columns in UTF-16 units. */
import type { Reading } from '../core/reading';
import type { Severity } from '../core/rules/rule';

export interface ReportFile {
	readonly file: string;
	/** The template it was checked against; `null` for a file that is no postmortem. */
	readonly template: string | null;
	readonly findings: readonly ReportFinding[];
}

export interface ReportFinding {
	readonly rule: string;
	readonly severity: Severity;
	readonly message: string;
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	readonly fixable: boolean;
}

export function reportOf(file: string, { doc, findings }: Reading): ReportFile {
	return {
		file,
		template: doc.verdict.isPostmortem ? doc.template.template.name : null,
		findings: findings.map((finding) => {
			const start = doc.lines.positionAt(finding.span.start);
			const end = doc.lines.positionAt(finding.span.end);
			return {
				rule: finding.rule,
				severity: finding.severity,
				message: finding.message,
				line: start.line + 1,
				column: start.character + 1,
				endLine: end.line + 1,
				endColumn: end.character + 1,
				fixable: finding.fixes().length > 0,
			};
		}),
	};
}
