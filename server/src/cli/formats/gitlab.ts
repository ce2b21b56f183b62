/** GitLab's code quality report. */
import type { Severity } from '../../core/rules/rule';
import { createHash } from '../digest';
import type { ReportFile } from '../report';
import type { Format } from './format';
import { JsonList } from './json-list';

const LEVELS: Record<Severity, string> = { error: 'major', warning: 'minor', information: 'info', hint: 'info' };

export const gitlabReport: Format = {
	startsWithTotals: false,
	printer() {
		const issues = new JsonList(2);
		return {
			head: () => '[',
			file: (report) => issuesOf(report).map((issue) => issues.item(issue)).join(''),
			foot: () => `${issues.end()}\n`,
		};
	},
};

function issuesOf({ file, findings }: ReportFile): object[] {
	const seen = new Map<string, number>();
	return findings.map(({ rule, severity, message, line, endLine }) => {
		const what = JSON.stringify([file, rule, message]);
		const count = (seen.get(what) ?? 0) + 1;
		seen.set(what, count);
		return {
			description: message,
			check_name: rule,
			fingerprint: createHash('sha256').update(`${what}${count}`).digest('hex'),
			severity: LEVELS[severity],
			location: { path: file, lines: { begin: line, end: endLine } },
		};
	});
}
