/** GitLab's code quality report. */
import { createHash } from 'node:crypto';
import type { Severity } from '../../core/rules/rule';
import type { Format } from './format';

const LEVELS: Record<Severity, string> = { error: 'major', warning: 'minor', information: 'info', hint: 'info' };

export const gitlabReport: Format = (files) => {
	const seen = new Map<string, number>();
	const issues = files.flatMap(({ file, findings }) =>
		findings.map(({ rule, severity, message, line, endLine }) => {
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
		}),
	);
	return `${JSON.stringify(issues, undefined, 2)}\n`;
};
