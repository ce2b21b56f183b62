import { actionsToTable } from './actions-to-table';
import { convertDocument } from './convert-document';
import { headings } from './headings';
import type { Rewrite } from './rewrite';
import { sortTimeline } from './sort-timeline';
import { tableToList } from './table-to-list';
import { timeZone } from './time-zone';
import { timelineToTable } from './timeline-to-table';
import { transcriptToTable } from './transcript-to-table';

/** In the order in which they are offered. */
export const REWRITES: readonly Rewrite[] = [timelineToTable, transcriptToTable, actionsToTable, headings, sortTimeline, timeZone, tableToList, convertDocument];
