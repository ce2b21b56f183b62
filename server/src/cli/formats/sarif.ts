/** SARIF 2.1.0, as code scanning services read it. */
import type { Severity, RuleSeverity } from '../../core/rules/rule';
import { ruleHref } from '../../core/features/ruleHref';
import { version } from '../../../../package.json';
import type { ReportFile } from '../report';
import type { Format } from './format';
import { JsonList } from './json-list';

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

export const sarifReport: Format = {
	startsWithTotals: false,
	printer({ rules }) {
		const results = new JsonList(8);
		const artifacts = new JsonList(8);
		const files: string[] = [];
		const ids = rules.map((rule) => rule.id);
		const driver = {
			name: 'Postmortem',
			semanticVersion: version,
			rules: rules.map((rule) => ({ id: rule.id, shortDescription: { text: rule.summary }, helpUri: ruleHref(rule.id), defaultConfiguration: configuration(rule.severity) })),
		};
		return {
			head() {
				const whole = JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results: [] }] }, undefined, 2);
				return whole.slice(0, whole.lastIndexOf('[') + 1);
			},
			file: (report) => resultsOf(report, ids, files.push(report.file) - 1).map((result) => results.item(result)).join(''),
			foot() {
				const listed = files.map((file) => artifacts.item({ location: { uri: uriOf(file) } })).join('');
				return `${results.end()},\n      "artifacts": [${listed}${artifacts.end()}\n    }\n  ]\n}\n`;
			},
		};
	},
};

/** @param index of the file among the artifacts. */
function resultsOf({ file, findings }: ReportFile, ids: readonly string[], index: number): object[] {
	return findings.map((finding) => ({
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
	}));
}

function configuration(severity: RuleSeverity): { enabled: boolean; level?: string } {
	return severity === 'off' ? { enabled: false } : { enabled: true, level: LEVELS[severity] };
}

/** A relative reference: a first segment with a colon would read as a scheme. */
function uriOf(file: string): string {
	return file.split('/').map(encodeURIComponent).join('/');
}
