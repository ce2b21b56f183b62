/** What the loaders found in a config or template file, as findings at the level that the config sets. */
import type { Config } from '../config/config';
import { configInvalid } from './config-invalid';
import type { Finding } from './rule';
import type { LoadFault } from './support/load-fault';
import { templateInvalid } from './template-invalid';

/** @param config decides the level; where the faults are its own, what could be read of it. */
export function loadFindings(kind: 'config' | 'template', faults: readonly LoadFault[], config: Config): readonly Finding[] {
	const rule = kind === 'config' ? configInvalid : templateInvalid;
	const severity = config.rules.get(rule.id)?.severity ?? rule.severity;
	if (severity === 'off') return [];
	return faults.map(({ span, message }) => ({ span, message, rule: rule.id, severity, fixKind: rule.fixKind, fixAllTitle: undefined, fixes: () => [] }));
}
