/** One line per finding: `file:line:column severity rule message`. */
import type { Severity } from '../../core/rules/rule';
import { printableLine, type Paint } from '../terminal';
import { lineFormat } from './lines';

const COLOURS = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' } as const satisfies Record<Severity, Parameters<Paint>[1]>;

export const textReport = lineFormat(({ file, findings }, { paint }) =>
	findings
		.map(({ line, column, severity, rule, message }) => {
			const place = `${printableLine(file)}:${line}:${column}`;
			return `${paint(place, 'bold')} ${paint(severity, COLOURS[severity])} ${paint(rule, 'dim')} ${printableLine(message)}\n`;
		})
		.join(''),
);
