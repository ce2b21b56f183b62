/** The title of a time column, which may name a zone: `Time (UTC)`. */
import { headerZone } from '../postmortem/raw-rows';
import type { TableColumnSpec } from '../template/template';

/** The zone in the title stands only where it is the zone of all the times below, as written; `undefined` is no zone. */
export function titleInZone({ title, role }: TableColumnSpec, zones: readonly (string | undefined)[]): string {
	const named = role === 'time' ? headerZone(title, { start: 0, end: title.length })?.text : undefined;
	if (named === undefined || zones.every((zone) => zone === named)) return title;
	return title.replace(/[([][^()[\]]*[)\]]$/, '').replace(named, '').trim() || 'Time';
}
