/** The `businessHours` of a config: days, times and dates as written, checked one by one. */
import type { Problem } from '../schema/schema';
import type { TextSpan } from '../text/span';
import type { BusinessHours } from '../time/business-hours';
import { isRealDate, type CivilDate } from '../time/moment';
import { meaningOfZone } from '../time/zones';
import type { ConfigFile } from './schema';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WORKING_DAYS = [1, 2, 3, 4, 5];

/** `undefined` where the hours cannot be used; a day, zone or date that cannot be read costs only itself. */
export function readBusinessHours(file: NonNullable<ConfigFile['businessHours']>, problems: Problem[]): BusinessHours | undefined {
	const at = (key: string): TextSpan => file.valueSpans.get(key) ?? file.source;
	const fault = (key: string, what: string, value: string, expected: string): undefined => {
		problems.push({ span: at(key), message: `Unexpected ${what} \`${value}\`, expected ${expected}` });
		return undefined;
	};
	const days = file.days.flatMap((written) => daysOf(written) ?? fault('days', 'day', written, 'one such as `mon` or `mon-fri`') ?? []);
	const from = minutesOf(file.from) ?? fault('from', 'time', file.from, 'one such as `"10:00"`');
	const to = minutesOf(file.to) ?? fault('to', 'time', file.to, 'one such as `"17:00"`');
	if (file.timeZone !== undefined && !meaningOfZone(file.timeZone)) fault('timeZone', 'zone', file.timeZone, 'one such as `UTC`, `+02:00` or `Europe/Oslo`');
	const holidays = file.holidays.flatMap((written) => dateOf(written) ?? fault('holidays', 'date', written, 'one such as `2024-12-25`') ?? []);
	if (from === undefined || to === undefined) return undefined;
	if (to <= from) return fault('to', 'time', file.to, `one later than \`${file.from}\``);
	return { days: new Set(file.days.length > 0 ? days : WORKING_DAYS), from, to, timeZone: file.timeZone !== undefined && meaningOfZone(file.timeZone) ? file.timeZone : undefined, holidays };
}

/** `mon`, `Monday`, `mon-fri`, `fri-mon`. */
function daysOf(written: string): readonly number[] | undefined {
	const [first, last = first, ...others] = written.toLowerCase().split(/[-–]/).map((name) => DAYS.findIndex((day) => /^\p{L}{3,9}$/u.test(name.trim()) && name.trim().startsWith(day)));
	if (first === undefined || first < 0 || last === undefined || last < 0 || others.length > 0) return undefined;
	return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => (first + index) % 7);
}

function minutesOf(written: string): number | undefined {
	const [, hour, minute] = /^(\d{1,2}):([0-5]\d)$/.exec(written.trim()) ?? [];
	const minutes = hour === undefined ? undefined : Number(hour) * 60 + Number(minute);
	return minutes === undefined || minutes > 1440 ? undefined : minutes;
}

function dateOf(written: string): CivilDate | undefined {
	const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(written.trim()) ?? [];
	const date = { year: Number(year), month: Number(month), day: Number(day) };
	return year !== undefined && isRealDate(date) ? date : undefined;
}
