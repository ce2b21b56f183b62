import assert from 'node:assert/strict';
import { cellText, printTable, uncellText } from './table-print';

describe('table printing', () => {
	it('aligns columns by what the eye sees', () => assert.deepEqual(printTable('aligned', ['Time', 'Event'], [['10:04', '障害検知'], ['10:05', '✅ é']]), [
		'| Time  | Event    |',
		'| ----- | -------- |',
		'| 10:04 | 障害検知 |',
		'| 10:05 | ✅ é     |',
	]));
	it('does not count combining marks', () => assert.deepEqual(printTable('aligned', ['Name'], [['Jose\u0301']]), ['| Name |', '| ---- |', '| Jose\u0301 |']));
	it('fills missing cells', () => assert.deepEqual(printTable('aligned', ['A', 'B'], [['x']]), ['| A   | B   |', '| --- | --- |', '| x   |     |']));
	it('aligns the narrow columns before one that is wider than any screen', () => assert.deepEqual(printTable('aligned', ['Time', 'Event', 'Who'], [['09:02 UTC', 'x'.repeat(250), 'Mara'], ['9:10', 'y', '']]), [
		'| Time      | Event | Who |',
		'| --------- | ----- | --- |',
		`| 09:02 UTC | ${'x'.repeat(250)} | Mara |`,
		'| 9:10      | y |  |',
	]));
	it('does not pad what is wider than any screen', () => assert.deepEqual(printTable('aligned', ['A'], [['x'.repeat(250)], ['y']]), ['| A |', '| --- |', `| ${'x'.repeat(250)} |`, '| y |']));

	const cells: readonly (readonly [string, string])[] = [
		['a | b', 'a \\| b'],
		['a \\| b', 'a \\| b'],
		['a \\\\| b', 'a \\\\\\| b'],
		['`a|b`', '`a\\|b`'],
		['one\r\ntwo\nthree', 'one<br>two<br>three'],
		[' spaced ', 'spaced'],
	];
	for (const [source, cell] of cells) it(`writes ${JSON.stringify(source)} as ${cell}`, () => assert.equal(cellText(source), cell));
	it('takes escapes of bars off again', () => assert.equal(uncellText('a \\| b \\* c'), 'a | b \\* c'));
});
