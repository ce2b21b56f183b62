/** `postmortem explain`: the page of a rule. */
import { ruleHref } from '../core/features/ruleHref';
import { RULES } from '../core/rules';
import type { Command } from './command';
import { EXIT_CLEAN, Failure } from './failure';
import { writeReport } from './output';
import { didYouMean } from './suggest';

export const explain: Command = {
	name: 'explain',
	usage: '[RULE]',
	summary: 'Tell what a rule checks, why, and how to satisfy it; without a rule: list all rules.',
	options: {
		format: { type: 'string', short: 'f', choices: ['text', 'json'], doc: 'how to print it (default: text)' },
	},
	examples: ['postmortem explain', 'postmortem explain timeline-out-of-order'],
	async run(args, io) {
		const [id, extra] = args.positionals;
		if (extra !== undefined) throw new Failure(`unexpected \`${extra}\`, expected one rule`);
		const found = id === undefined ? RULES : RULES.filter((rule) => rule.id === id);
		if (found.length === 0) throw new Failure(`unknown rule \`${id}\`${didYouMean(id!, RULES.map((rule) => rule.id)) || ', `postmortem explain` lists all rules'}`);
		if (args.text('format') === 'json') {
			const told = found.map((rule) => ({ id: rule.id, summary: rule.summary, severity: rule.severity, fix: rule.fixKind, since: rule.since, page: rule.page(), href: ruleHref(rule.id) }));
			await writeReport({ args, io }, `${JSON.stringify({ version: 1, rules: told }, undefined, 2)}\n`);
		} else {
			const width = Math.max(...found.map((rule) => rule.id.length)) + 2;
			const list = found.map((rule) => `${rule.id.padEnd(width)}${rule.severity.padEnd(13)}${rule.summary}\n`).join('');
			await writeReport({ args, io }, id === undefined ? list : `${found[0]!.page().trimEnd()}\n`);
		}
		return EXIT_CLEAN;
	},
};
