/** How a lint report is printed, file by file. One format, one file. */
import type { AnyRule } from '../../core/rules/rule';
import type { ReportFile } from '../report';
import type { Paint } from '../terminal';
import { githubReport } from './github';
import { gitlabReport } from './gitlab';
import { jsonReport } from './json';
import { junitReport } from './junit';
import { sarifReport } from './sarif';
import { textReport } from './text';

export interface FormatContext {
	readonly rules: readonly AnyRule[];
	readonly paint: Paint;
}

/** Prints one report: `head`, then `file` for each file in order, then `foot`. */
export interface Printer {
	/** Where it tells totals, it is asked for when all files are printed. */
	head(): string;
	file(report: ReportFile): string;
	foot(): string;
}

export interface Format {
	/** Whether the head comes first in the report but is known last. */
	readonly startsWithTotals: boolean;
	printer(context: FormatContext): Printer;
}

export const FORMATS: Readonly<Record<string, Format>> = {
	text: textReport,
	json: jsonReport,
	sarif: sarifReport,
	github: githubReport,
	gitlab: gitlabReport,
	junit: junitReport,
};
