/** How a lint report is printed. One format, one file. */
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

export type Format = (files: readonly ReportFile[], context: FormatContext) => string;

export const FORMATS: Readonly<Record<string, Format>> = {
	text: textReport,
	json: jsonReport,
	sarif: sarifReport,
	github: githubReport,
	gitlab: gitlabReport,
	junit: junitReport,
};
