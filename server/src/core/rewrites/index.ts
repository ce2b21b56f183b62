import { actionsToTable } from './actions-to-table';
import { convertDocument } from './convert-document';
import { fieldsToTable } from './fields-to-table';
import { headings } from './headings';
import { listToTable } from './list-to-table';
import { proseToTimeline } from './prose-to-timeline';
import type { Rewrite } from './rewrite';
import { sortTimeline } from './sort-timeline';
import { tableToList } from './table-to-list';
import { timeZone } from './time-zone';
import { timelineToTable } from './timeline-to-table';
import { transcriptToTable } from './transcript-to-table';

/** In the order in which they are offered. */
export const REWRITES: readonly Rewrite[] = [proseToTimeline, timelineToTable, transcriptToTable, actionsToTable, fieldsToTable, listToTable, headings, sortTimeline, timeZone, tableToList, convertDocument];
