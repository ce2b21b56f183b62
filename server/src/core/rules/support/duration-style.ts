/** Writes a duration with the words that another one was written with. */
import { durationAt, type DurationPart } from '../../time/duration';

/** What comes below a unit when minutes are left over, in the same style. */
const FINER: Readonly<Record<string, string>> = { h: 'm', hr: 'min', hrs: 'min', hour: 'minutes', hours: 'minutes', d: 'h', day: 'hours', days: 'hours', hora: 'minutos', horas: 'minutos', heure: 'minutes', heures: 'minutes', stunde: 'Minuten', stunden: 'Minuten', time: 'minutter', timer: 'minutter', 時間: '分', 小时: '分钟', 小時: '分鐘', 시간: '분' };
/** `1:45`, `01:45:00`. */
const CLOCK = /^(\d{1,3}):[0-5]\d(:[0-5]\d)?$/;

/** Minutes of the smallest unit written. */
export function smallestUnit(written: string): number {
	return CLOCK.test(written) ? 1 : Math.min(...partsOf(written).map(({ size, isFractional }) => (isFractional ? size / 2 : size)), Number.POSITIVE_INFINITY);
}

/** `minutes` as `37 minutes` or `2h 3m` writes it, or `undefined` where its words cannot say it exactly. */
export function formatLike(written: string, minutes: number): string | undefined {
	const clock = CLOCK.exec(written);
	if (clock) return Number.isInteger(minutes) ? `${String(Math.floor(minutes / 60)).padStart(clock[1]!.length, '0')}:${String(minutes % 60).padStart(2, '0')}${clock[2] === undefined ? '' : ':00'}` : undefined;
	const parts = withFiner(partsOf(written), minutes);
	let left = minutes;
	const said: { text: string; joint: string }[] = [];
	for (const [index, { unit, gap, size, joint, figure }] of parts.entries()) {
		const count = index === parts.length - 1 ? Math.round(left / size) : Math.floor(left / size);
		left -= count * size;
		const isKept = count > 0 || unit === '' || parts[index + 1]?.unit === '' || figure === '0' || (figure.length === 2 && figure.startsWith('0')) || (index === parts.length - 1 && said.length === 0);
		const digits = unit === '' ? 2 : figure.startsWith('0') ? figure.length : 1;
		if (isKept) said.push({ text: `${String(count).padStart(digits, '0')}${gap}${inNumber(unit, count)}`, joint });
	}
	const text = said.map(({ text: each, joint }, index) => (index === said.length - 1 ? each : each + joint)).join('');
	const read = durationAt(text, 0);
	return text !== '' && read?.minutes === minutes && read.span.end === text.length ? text : undefined;
}

function withFiner(parts: readonly DurationPart[], minutes: number): readonly DurationPart[] {
	const last = parts.at(-1);
	if (!last || last.size <= 1 || minutes % last.size === 0) return parts;
	const unit = FINER[last.unit.toLowerCase()];
	if (unit === undefined) return parts;
	const isAsian = /^[\u3040-\uffdc]/.test(unit);
	const finer: DurationPart = { unit, gap: last.gap, size: last.size === 1440 ? 60 : 1, joint: ' ', figure: '1', isFractional: false };
	return withFiner([...parts.slice(0, -1), { ...last, joint: parts.length > 1 ? parts[0]!.joint : isAsian ? '' : ' ' }, finer], minutes);
}

function partsOf(written: string): readonly DurationPart[] {
	return durationAt(written, 0)?.parts ?? [];
}

/** `1 hour`, `2 hours`; in `37-minute outage` the unit stays as it is. */
function inNumber(unit: string, count: number): string {
	const german = /^(Stunde|Minute|Tage|Woche)n?$/i.exec(unit)?.[1];
	if (german) return german === 'Tage' ? (count === 1 ? 'Tag' : 'Tage') : count === 1 ? german : `${german}n`;
	if (/^minutt(?:er)?$/i.test(unit)) return count === 1 ? 'minutt' : 'minutter';
	if (/^timer?$/i.test(unit)) return count === 1 ? 'time' : 'timer';
	if (!/^(?:minute|hour|day|week|second|hora|minuto|heure|jour|día|dia)s?$/i.test(unit)) return unit;
	return count === 1 ? unit.replace(/s$/i, '') : /s$/i.test(unit) ? unit : `${unit}s`;
}
