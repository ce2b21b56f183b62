/** Where the rules' pages are read. */
const PAGES = 'https://github.com/postmortem-md/postmortem/blob/main/docs/rules';

export function ruleHref(rule: string): string {
	return `${PAGES}/${rule}.md`;
}
