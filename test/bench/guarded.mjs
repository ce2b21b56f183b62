// Small inputs that took parsers seconds when they were tried, at the sizes at which they did: the server answers each within GOAL.
const TITLE = '# Postmortem: checkout down on 2024-05-06\n\n';
const BEFORE = `${TITLE}## Summary\n\nThe checkout was down for 40 minutes, and 300 orders were lost.\n\n`;
const AFTER = '\n\n## Impact\n\nOrders were lost.\n\n## Lessons learned\n\n- Watch the queue.\n';

const lines = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('\n');
const two = (number) => String(number).padStart(2, '0');
const clock = (index) => `${two(Math.floor(index / 60) % 24)}:${two(index % 60)}`;
const between = (text) => BEFORE + text + AFTER;
const rows = (count) => between(`| Host | Load |\n| --- | --- |\n${lines(count, (index) => `| web-${index} | ${index % 100} % |`)}`);
const events = (count) => between(`## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n${lines(count, (index) => `| ${clock(index)} | the queue grew |`)}`);
const keys = (count) => lines(count, (index) => `key${index}: value`);

/** In milliseconds, from the text to its diagnostics. */
export const GOAL = 200;

/** Documents by what is in them. */
export const GUARDED_DOCUMENTS = {
	'16,000 bullets in one line': between('- '.repeat(16_000)),
	'8,000 quotes in one line': between('>'.repeat(8_000)),
	'a list nested 1,000 levels deep': between(lines(1_000, (index) => `${'  '.repeat(index)}- deep`)),
	'brackets in brackets, 94 K': between('[a]('.repeat(23_500)),
	'front matter never closed, 195 K': `---\n${keys(11_500)}\n\n${BEFORE}${AFTER}`,
	'front matter of 4,000 keys': `---\n${keys(4_000)}\n---\n\n${BEFORE}${AFTER}`,
	'a YAML fence of 80,000 keys': between(`\`\`\`yaml\n${keys(80_000)}\n\`\`\``),
	'a table of 5,000 rows': rows(5_000),
	'a table of 20,000 rows': rows(20_000),
	'a timeline table of 5,000 rows': events(5_000),
	'a timeline table of 20,000 rows': events(20_000),
	'a table 4,000 columns wide': between(`${'| a '.repeat(4_000)}|\n${'|---'.repeat(4_000)}|\n| 10:00 | up |`),
	'10,000 quoted rows': between(`## Timeline\n\n${lines(10_000, (index) => `> ${clock(index)} it grew\n`)}`),
	'5,000 timeline headings': between(`## Timeline\n\n${lines(5_000, (index) => `### ${clock(index)}\n\nit grew\n`)}`),
	'10,000 headings': between(lines(10_000, (index) => `## Facts ${index}\n\nText.\n`)),
};

/** Configurations and templates, as far as a file can be one. */
export const GUARDED_YAML = {
	'a YAML map of 80,000 keys, 1 M': keys(80_000),
	'a YAML map of 20,000 keys, 210 K': lines(20_000, (index) => `k${index}: v`),
	'a YAML map of 5,000 keys': keys(5_000),
	'100,000 lines of bars, 200 K': '|\n'.repeat(100_000),
};
