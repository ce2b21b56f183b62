import assert from 'node:assert/strict';
import { ianaOffset, likelyOffset, meaningOfZone, offsetOn } from './zones';

const winter = { year: 2024, month: 1, day: 15 };
const summer = { year: 2024, month: 7, day: 15 };

describe('zones', () => {
	const fixed: readonly (readonly [string, number])[] = [['UTC', 0], ['PST', -480], ['pdt', -420], ['CEST', 120], ['JST', 540], ['NZDT', 780], ['UTC+2', 120], ['GMT-03:30', -210], ['+05:30', 330], ['(MST)', -420], ['−08:00', -480]];
	for (const [name, minutes] of fixed) it(`${name} is ${minutes} minutes east`, () => assert.equal(meaningOfZone(name)?.offset, minutes));
	it('moves Pacific Time with the season', () => assert.deepEqual([winter, summer].map((day) => offsetOn(meaningOfZone('PT')!, day)), [-480, -420]));
	it('knows IANA names', () => assert.deepEqual([winter, summer].map((day) => offsetOn(meaningOfZone('Europe/Berlin')!, day)), [60, 120]));
	it('asks where an abbreviation has several meanings', () => assert.deepEqual([meaningOfZone('IST')?.offset, meaningOfZone('IST')?.ambiguous, likelyOffset('IST', [])], [undefined, true, 330]));
	it('takes CST for China where the document is there', () => assert.equal(likelyOffset('CST', ['Asia/Shanghai']), 480));
	for (const none of ['', 'ABC', 'UTC+99', 'Nowhere/City', 'and', '5']) it(`${JSON.stringify(none)} is none`, () => assert.equal(meaningOfZone(none), undefined));
	it('takes the offset before the change in a gap', () => assert.equal(ianaOffset('America/New_York', { year: 2024, month: 3, day: 10 }, { hour: 2, minute: 30 }), -300));
	it('changes with the hour on the day of the change', () => assert.deepEqual([1, 4].map((hour) => ianaOffset('America/New_York', { year: 2024, month: 3, day: 10 }, { hour, minute: 0 })), [-300, -240]));
});
