/** Rows whose own time is wrong by the second zone beside it: what is computed from them, or from the days of the rows behind them, is no ground for another finding. */
import type { Postmortem, Timeline, TimelineEntry } from '../../postmortem/model';
import { wrongTimes } from './wrong-times';

export function wrongRows(doc: Postmortem, timeline: Timeline): ReadonlySet<TimelineEntry> {
	return new Set([...wrongTimes(doc, timeline)].flatMap((each) => (each.kind === 'cell' && each.isOwn ? [each.time.entry] : [])));
}
