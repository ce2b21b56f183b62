import assert from 'node:assert/strict';
import { randomFrom } from '../../../../test/bench/inputs.mjs';
import { changeBetween } from './change';
import { LineIndex } from './lines';

const startsOf = (lines: LineIndex) => Array.from({ length: lines.count }, (_, line) => lines.fullLine(line).start);

describe('line index', () => {
	it('LF, CRLF and lone CR end a line', () => assert.deepEqual(startsOf(new LineIndex('a\nb\r\nc\rd')), [0, 2, 5, 7]));
	it('carries over to the next version of a text', () => {
		const random = randomFrom(31);
		const parts = ['\n', '\r', '\r\n', 'a', 'bc', ''];
		let text = 'one\r\ntwo\nthree\rfour';
		let lines = new LineIndex(text);
		for (let edit = 0; edit < 3_000; edit++) {
			const start = Math.floor(random() * (text.length + 1));
			const end = Math.min(text.length, start + Math.floor(random() * 3));
			const next = text.slice(0, start) + parts[Math.floor(random() * parts.length)]! + parts[Math.floor(random() * parts.length)]! + text.slice(end);
			lines = new LineIndex(next, { lines, change: changeBetween(text, next) });
			text = next.length > 60 ? next.slice(20) : next;
			if (text !== next) lines = new LineIndex(text, { lines, change: changeBetween(next, text) });
			const anew = new LineIndex(text);
			assert.deepEqual([startsOf(lines), lines.ending], [startsOf(anew), anew.ending], JSON.stringify(text));
		}
	});
	it('a change is the smallest stretch that holds all differences', () => {
		assert.deepEqual(changeBetween('abcdef', 'abXYef'), { start: 2, oldEnd: 4, newEnd: 4 });
		assert.deepEqual(changeBetween('aaa', 'aaaa'), { start: 3, oldEnd: 3, newEnd: 4 });
		const long = 'x'.repeat(10_000);
		assert.deepEqual(changeBetween(`${long}1${long}`, `${long}22${long}`), { start: 10_000, oldEnd: 10_001, newEnd: 10_002 });
	});
});
