/** The roles of table columns, and the titles that name them in a template. */
import type { ColumnRole } from '../postmortem/model';
import { normalizeHeading } from '../postmortem/roleOf';

export const COLUMN_ROLES = ['time', 'date', 'event', 'who', 'phase', 'action', 'owner', 'due', 'status', 'priority', 'ticket', 'other'] as const satisfies readonly ColumnRole[];

const TITLES: Readonly<Record<Exclude<ColumnRole, 'other'>, string>> = {
	time: 'time; when; timestamp; clock; time utc',
	date: 'date; day',
	event: 'event; what; what happened; description; details; events',
	who: 'who; responder; actor; by; person; source',
	phase: 'phase; stage',
	action: 'action; action item; task; item; todo; what to do',
	owner: 'owner; assignee; responsible; dri; owners',
	due: 'due; due date; deadline; by when; eta; target date',
	status: 'status; state; done; progress',
	priority: 'priority; prio; urgency; type',
	ticket: 'ticket; issue; link; bug; tracking; jira; tracking issue; ticket link',
};

const ROLE_BY_TITLE = new Map(Object.entries(TITLES).flatMap(([role, titles]) => titles.split('; ').map((title) => [title, role as ColumnRole] as const)));

/** `other` where the title names none. */
export function columnRoleOf(title: string): ColumnRole {
	const key = normalizeHeading(title);
	return ROLE_BY_TITLE.get(key) ?? (/^time\b/.test(key) ? 'time' : 'other');
}
