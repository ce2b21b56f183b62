/** Workflow commands that GitHub shows as annotations. */
import type { Severity } from '../../core/rules/rule';
import { printable } from '../terminal';
import { lineFormat } from './lines';

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

export const githubReport = lineFormat(({ file, findings }) =>
	findings
		.map((finding) => {
			const columns = finding.line === finding.endLine ? `,col=${finding.column},endColumn=${finding.endColumn}` : '';
			return `::${LEVELS[finding.severity]} file=${property(file)},line=${finding.line},endLine=${finding.endLine}${columns},title=${property(finding.rule)}::${message(printable(finding.message))}\n`;
		})
		.join(''),
);

function message(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
	return message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
