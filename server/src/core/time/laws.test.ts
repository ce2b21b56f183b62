/** What holds for any time and date in any style: written and read again it is the same, and times are in one order. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clockAt } from './clock';
import { formatClockLike } from './clock-style';
import { dateAt } from './date';
import { formatDateLike } from './date-style';
import { momentIn } from './moment-in';
import { civilDate, clockMs, dayNumber, epochMs, minutesBetween, momentAt, type ClockTime, type Moment } from './moment';
import { isReadAs, zoneTarget } from './zone-target';

const CLOCKS = ['07:12', '7:12', '7:12 PM', '07:12am', '7:12 a.m.', '9:06a', '07：12', '19.12', '2100hrs', '2100 Uhr', '7pm', '19h', '9h30', '10 h30', '午後7時', '午前10時3分', '14時30分', '上午9点', '下午9點30分', '오전 9시 30분'];
const PRECISE = ['07:12:30', '14:05:31.779', '14時30分15秒', '7:12:30 PM'];
const DATES = ['2024-12-31', '2024/12/31', '2024.12.31', '20241231', '31.12.2024', 'December 31, 2024', 'Dec 31, 2024', 'December 31st, 2024', '31 Dec 2024', '31st of December 2024', '31. Dezember 2024', '31 de diciembre de 2024', '31 décembre 2024', '31 de dezembro de 2024', '31. desember 2024', '2024年12月31日', '2024년 12월 31일'];
const ZONES = ['UTC', '+05:30', 'Europe/Oslo', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Apia'];

const minute = fc.integer({ min: 0, max: 1439 }).map((all): ClockTime => ({ hour: Math.floor(all / 60), minute: all % 60 }));
const day = fc.integer({ min: dayNumber({ year: 2001, month: 1, day: 1 }), max: dayNumber({ year: 2037, month: 12, day: 31 }) }).map(civilDate);
const instant = fc.integer({ min: Date.UTC(2001, 0, 1) / 60_000, max: Date.UTC(2037, 11, 31) / 60_000 }).map((minutes) => minutes * 60_000);
const moment = fc.tuple(instant, fc.integer({ min: -56, max: 56 })).map(([at, quarters]) => momentAt(at, quarters * 15));

describe('laws of times', () => {
	for (const style of CLOCKS) {
		it(`a clock time written as ${style} is read as itself, and written the same again`, () => {
			fc.assert(fc.property(minute, (clock) => {
				const written = formatClockLike(style, clock)!;
				const read = clockAt(written, 0, 'row')!;
				assert.equal(read.span.end, written.length, written);
				assert.equal(clockMs(read.clock), clockMs(clock), written);
				assert.equal(formatClockLike(written, read.clock), written);
			}));
		});
	}

	for (const style of PRECISE) {
		it(`a clock time with seconds written as ${style} is read as itself`, () => {
			fc.assert(fc.property(minute, fc.integer({ min: 0, max: 59 }), (clock, second) => {
				const written = formatClockLike(style, { ...clock, second })!;
				assert.equal(clockMs(clockAt(written, 0, 'row')!.clock), clockMs({ ...clock, second }), written);
			}));
		});
	}

	for (const style of DATES) {
		it(`a date written as ${style} is read as itself, and written the same again`, () => {
			const model = dateAt(style, 0, 'day first')!;
			fc.assert(fc.property(day, (date) => {
				const written = formatDateLike(style, model, date);
				const read = dateAt(written, 0, 'day first')!;
				assert.deepEqual([read.span.end, read.year, read.month, read.day], [written.length, date.year, date.month, date.day], written);
				assert.equal(formatDateLike(written, read, date), written);
			}));
		});
	}

	it('the order of moments is total: of two each is as far from the other, and distances add up', () => {
		fc.assert(fc.property(moment, moment, moment, (a, b, c) => {
			assert.equal(minutesBetween(a, b) + minutesBetween(b, a), 0);
			assert.equal(minutesBetween(a, b) + minutesBetween(b, c), minutesBetween(a, c));
			assert.equal(Math.sign(minutesBetween(a, b)), Math.sign(epochMs(b)! - epochMs(a)!));
		}));
	});

	for (const name of ZONES) {
		it(`a moment in ${name} and back is the same moment, and is read as such but in the hour that comes twice`, () => {
			const target = zoneTarget(name)!;
			const utc = zoneTarget('UTC')!;
			fc.assert(fc.property(moment, (at: Moment) => {
				const there = momentIn(target, at)!;
				assert.equal(epochMs(there), epochMs(at));
				assert.deepEqual(momentIn(utc, there), momentIn(utc, at));
				if (!isReadAs(name, there)) assert.ok([-60, -30, 30, 60].some((minutes) => momentIn(target, momentAt(epochMs(at)! + minutes * 60_000, 0))!.offset !== there.offset), JSON.stringify(there));
			}));
		});
	}
});
