/** What is told about a rule: its page, or what its declaration says. */
import type { Rule } from '../rules/rule';

export function rulePage(rule: Rule): string {
	const { page } = rule as Rule & { readonly page?: string };
	return page ?? `# ${rule.id}\n\n${rule.summary}\n`;
}
