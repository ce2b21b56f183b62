/** Rows whose own time is wrong by the second zone beside it: what is computed from them, or from the days of the rows behind them, is no ground for another finding. */
import type { Postmortem, Timeline } from '../../postmortem/model';
import { wrongTimes } from './wrong-times';

/** Where their times begin. */
export function wrongRows(doc: Postmortem, timeline: Timeline): ReadonlySet<number> {
	return new Set(wrongTimes(doc, timeline).flatMap((each) => (each.kind === 'cell' && each.isOwn ? [each.time.own.span.start] : [])));
}
