/** Edits as people and programs make them, at random from a seed. */

const LETTERS = ['x', ' ', '\n', '\n\n', '|', '-', '*', '#', ':', '`', '>', '1', '9', '\t', '\r\n', '[', '(', '.', 'é', '障'];
const STRUCTURE = [
	'\n```\n', '\n~~~\n', '\n\n## Timeline\n\n', '\n\n# Postmortem\n\n', '\n### P1\n', '\n\n## Action items\n\n', '\n- 10:04 alert fired\n', '\n- [ ] Do it (owner: @noor, due 2025-03-04)\n', '\n| Time | Event |\n| --- | --- |\n| 10:05 | rolled back |\n',
	'| 23:59 | Incident resolved | Noor |\n', '\nAll times in PST.\n', '\nTime zone: CET\n', '\n**Impact:** many\n', '\nTODO: say more\n', '\n<!-- postmortem-disable -->\n', '\n<!--', '-->', '\n> quoted\n', '\n---\n', '\n===\n', '---\ntitle: x\ndate: 2025-01-02\n---\n',
	'\n**Date**: 2025-02-11\n', ' 12/11/2025 ', ' 3 March 2024 ', '\n1. one\n2. two\n', '\n    indented\n', 'â†’', '\nSeverity: SEV9\n', '\n- **Duration**: 2 hours\n', '\n**Timeline**\n\n', '\nRoot cause:\n\n', '\n## 2025-02-12\n\n- 00:10 all well\n', ' from 10:00 to 11:30 UTC ', '\n[a]: /b\n', '\n- a\n\n  b\n  - c\n',
];

/** The text after one random edit. */
export function edited(text: string, random: () => number): string {
	const upTo = (most: number) => Math.floor(random() * most);
	const pick = (from: readonly string[]) => from[upTo(from.length)]!;
	const at = upTo(text.length + 1);
	const replaced = (start: number, end: number, by: string) => text.slice(0, start) + by + text.slice(Math.min(text.length, end));
	const lineStart = text.lastIndexOf('\n', at - 1) + 1;
	const lineEnd = (text.indexOf('\n', at) + 1 || text.length + 1) - 1;
	switch (upTo(12)) {
		case 0: case 1: case 2: return replaced(at, at, pick(LETTERS));
		case 3: case 4: return replaced(at, at + 1, '');
		case 5: return replaced(at, at + upTo(60), '');
		case 6: case 7: return replaced(at, at, pick(STRUCTURE));
		case 8: return replaced(lineStart, lineEnd + 1, '');
		case 9: return replaced(lineStart, lineStart, text.slice(lineStart, lineEnd + 1));
		case 10: {
			const from = upTo(text.length);
			return replaced(at, at, text.slice(from, from + upTo(200)));
		}
		default: return upTo(12) > 0 ? replaced(lineStart, lineStart, pick(STRUCTURE).trimStart()) : /\r\n/.test(text) ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n');
	}
}
