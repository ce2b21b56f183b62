/** Writes a duration with the words that another one was written with. */
import { durationAt } from '../../time/duration';

interface Part {
	readonly unit: string;
	/** Between number and unit. */
	readonly gap: string;
	/** In minutes. */
	readonly size: number;
	/** What joins it to the part behind it. */
	readonly joint: string;
	/** The figure as written, by which a zero in front and one filled up to two digits are kept: `0h 05m`. */
	readonly figure: string;
}

/** What comes below a unit when minutes are left over, in the same style. */
const FINER: Readonly<Record<string, string>> = { h: 'm', hr: 'min', hrs: 'min', hour: 'minutes', hours: 'minutes', d: 'h', day: 'hours', days: 'hours', hora: 'minutos', horas: 'minutos', heure: 'minutes', heures: 'minutes', stunde: 'Minuten', stunden: 'Minuten', time: 'minutter', timer: 'minutter', 時間: '分', 小时: '分钟', 小時: '分鐘', 시간: '분' };

/** Minutes of the smallest unit written. */
export function smallestUnit(written: string): number {
	return Math.min(...partsOf(written).map(({ size }) => size), Number.POSITIVE_INFINITY);
}

/** `minutes` as `37 minutes` or `2h 3m` writes it, or `undefined` where its words cannot say it exactly. */
export function formatLike(written: string, minutes: number): string | undefined {
	const parts = withFiner(partsOf(written), minutes);
	let left = minutes;
	const said: { text: string; joint: string }[] = [];
	for (const [index, { unit, gap, size, joint, figure }] of parts.entries()) {
		const count = index === parts.length - 1 ? Math.round(left / size) : Math.floor(left / size);
		left -= count * size;
		const isKept = count > 0 || figure === '0' || (figure.length === 2 && figure.startsWith('0')) || (index === parts.length - 1 && said.length === 0);
		if (isKept) said.push({ text: `${String(count).padStart(figure.startsWith('0') ? figure.length : 1, '0')}${gap}${inNumber(unit, count)}`, joint });
	}
	const text = said.map(({ text: each, joint }, index) => (index === said.length - 1 ? each : each + joint)).join('');
	return text !== '' && durationAt(text, 0)?.minutes === minutes && durationAt(text, 0)?.span.end === text.length ? text : undefined;
}

function withFiner(parts: readonly Part[], minutes: number): readonly Part[] {
	const last = parts.at(-1);
	if (!last || last.size <= 1 || minutes % last.size === 0) return parts;
	const unit = FINER[last.unit.toLowerCase()];
	if (unit === undefined) return parts;
	const isAsian = /^[\u3040-\uffdc]/.test(unit);
	const finer = { unit, gap: last.gap, size: last.size === 1440 ? 60 : 1, joint: ' ', figure: '1' };
	return withFiner([...parts.slice(0, -1), { ...last, joint: parts.length > 1 ? parts[0]!.joint : isAsian ? '' : ' ' }, finer], minutes);
}

function partsOf(written: string): readonly Part[] {
	const found = [...written.matchAll(/(?<!\d)(\d{1,6})(?:[.,]\d{1,3})?([\s-]{0,2})(\p{L}{1,10})/gu)];
	return found.flatMap((match, index): Part[] => {
		const [whole, figure, gap, unit] = match;
		const size = durationAt(`1 ${unit!}`, 0)?.minutes;
		return size === undefined ? [] : [{ gap: gap!, unit: unit!, figure: figure!, size, joint: written.slice(match.index + whole.length, found[index + 1]?.index ?? written.length) }];
	});
}

/** `1 hour`, `2 hours`; in `37-minute outage` the unit stays as it is. */
function inNumber(unit: string, count: number): string {
	const german = /^(Stunde|Minute|Tage|Woche)n?$/i.exec(unit)?.[1];
	if (german) return german === 'Tage' ? (count === 1 ? 'Tag' : 'Tage') : count === 1 ? german : `${german}n`;
	if (!/^(?:minute|hour|day|week|second|hora|minuto|heure|jour|día|dia)s?$/i.test(unit)) return unit;
	return count === 1 ? unit.replace(/s$/i, '') : /s$/i.test(unit) ? unit : `${unit}s`;
}
