/** What is wrong in a config or template file, as findings at the level that the config sets. */
import type { Config } from '../config/config';
import { RULES } from '../rules';
import type { Finding } from '../rules/rule';
import type { CheckedFile } from '../workspace/projects';

/** @param config decides the level; where the faults are its own, what could be read of it. */
export function fileFindings({ kind, problems }: CheckedFile, config: Config): readonly Finding[] {
	const id = `${kind}-invalid`;
	const rule = RULES.find((each) => each.id === id);
	const severity = config.rules.get(id)?.severity ?? rule?.severity ?? 'error';
	if (severity === 'off') return [];
	return problems.map(({ span, message }) => ({ span, message, rule: id, severity, fixKind: 'none', fixAllTitle: undefined, fixes: () => [] }));
}
