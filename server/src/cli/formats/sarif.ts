/** SARIF 2.1.0, as code scanning services read it. */
import type { Severity, RuleSeverity } from '../../core/rules/rule';
import { ruleHref } from '../../core/features/ruleHref';
import { version } from '../../../../package.json';
import type { Format } from './format';

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

export const sarifReport: Format = (files, { rules }) => {
	const ids = rules.map((rule) => rule.id);
	const log = {
		$schema: 'https://json.schemastore.org/sarif-2.1.0.json',
		version: '2.1.0',
		runs: [
			{
				tool: {
					driver: {
						name: 'Postmortem',
						semanticVersion: version,
						rules: rules.map((rule) => ({ id: rule.id, shortDescription: { text: rule.summary }, helpUri: ruleHref(rule.id), defaultConfiguration: configuration(rule.severity) })),
					},
				},
				columnKind: 'utf16CodeUnits',
				artifacts: files.map(({ file }) => ({ location: { uri: uriOf(file) } })),
				results: files.flatMap(({ file, findings }, index) =>
					findings.map((finding) => ({
						ruleId: finding.rule,
						...(ids.includes(finding.rule) ? { ruleIndex: ids.indexOf(finding.rule) } : {}),
						level: LEVELS[finding.severity],
						message: { text: finding.message },
						locations: [
							{
								physicalLocation: {
									artifactLocation: { uri: uriOf(file), index },
									region: { startLine: finding.line, startColumn: finding.column, endLine: finding.endLine, endColumn: finding.endColumn },
								},
							},
						],
					})),
				),
			},
		],
	};
	return `${JSON.stringify(log, undefined, 2)}\n`;
};

function configuration(severity: RuleSeverity): { enabled: boolean; level?: string } {
	return severity === 'off' ? { enabled: false } : { enabled: true, level: LEVELS[severity] };
}

/** A relative reference: a first segment with a colon would read as a scheme. */
function uriOf(file: string): string {
	return file.split('/').map(encodeURIComponent).join('/');
}
