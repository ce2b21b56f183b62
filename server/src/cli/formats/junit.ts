/** JUnit XML: one suite per file, one failed case per finding; a clean file is one passed case. */
import type { ReportFile } from '../report';
import type { Format } from './format';

/** XML 1.0 has no way to write these, not even as references. */
const NOT_XML = /[\u0000-\u0008\v\f\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu; // eslint-disable-line no-control-regex

export const junitReport: Format = {
	startsWithTotals: true,
	printer() {
		let tests = 0;
		let failures = 0;
		return {
			head: () => `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="postmortem" tests="${tests}" failures="${failures}">\n`,
			file(report) {
				tests += Math.max(1, report.findings.length);
				failures += report.findings.length;
				return suite(report).map((line) => `${line}\n`).join('');
			},
			foot: () => '</testsuites>\n',
		};
	},
};

function suite({ file, findings }: ReportFile): string[] {
	const name = escaped(file);
	const cases = findings.map(({ rule, severity, message, line, column }) => {
		const place = `${file}:${line}:${column}`;
		return `    <testcase classname="${name}" name="${escaped(`${rule} at ${line}:${column}`)}"><failure type="${severity}" message="${escaped(message)}">${escaped(`${place} ${message}`)}</failure></testcase>`;
	});
	return [
		`  <testsuite name="${name}" tests="${Math.max(1, findings.length)}" failures="${findings.length}">`,
		...(cases.length > 0 ? cases : [`    <testcase classname="${name}" name="no findings"/>`]),
		'  </testsuite>',
	];
}

function escaped(text: string): string {
	return text.replace(NOT_XML, '\ufffd').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\r', '&#13;').replaceAll('\t', '&#9;');
}
