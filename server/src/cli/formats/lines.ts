/** Formats that are nothing but lines for each finding. */
import type { ReportFile } from '../report';
import type { Format, FormatContext } from './format';

export function lineFormat(lines: (report: ReportFile, context: FormatContext) => string): Format {
	return {
		startsWithTotals: false,
		printer: (context) => ({ head: () => '', file: (report) => lines(report, context), foot: () => '' }),
	};
}
