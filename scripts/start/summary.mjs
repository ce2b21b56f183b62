// What the tool read in one document, in a few lines for a person.

const ROLE_WIDTH = 9;

/** `postmortem` as `postmortem read` prints it. */
export function summaryOf(postmortem) {
	const { file, isPostmortem, template, title, timeline, actions, sections } = postmortem;
	if (!isPostmortem) return `${file}\n  is no postmortem\n`;
	const lines = [
		['title', title],
		['template', template && `${template.name}, by ${template.from}`],
		['incident', incidentOf(postmortem)],
		['people', peopleOf(actions, timeline)],
		['sections', sections.map((section) => section.role ?? `"${section.title}"`).join(', ')],
		['timeline', `${counted(timeline.length, 'row')}${spanOf(timeline)}`],
		['actions', `${counted(actions.length, 'item')}${actionsOf(actions)}`],
	];
	return [file, ...lines.filter(([, text]) => text).map(([name, text]) => `  ${name.padEnd(ROLE_WIDTH)} ${text}`), ''].join('\n');
}

function incidentOf({ date, timeZone, severity, status, durations }) {
	const minutes = durations?.computed?.total;
	return [date, timeZone?.written, severity?.written, status, typeof minutes === 'number' ? `${minutes} min by its own times` : undefined].filter(Boolean).join(' · ');
}

function peopleOf(actions, timeline) {
	return [...new Set([...timeline.map((row) => row.who), ...actions.flatMap((action) => action.owners)].filter(Boolean))].join(', ');
}

function spanOf(timeline) {
	const moments = timeline.map((row) => row.at).filter(Boolean);
	return moments.length ? `, ${moments[0]} to ${moments.at(-1)}` : '';
}

function actionsOf(actions) {
	if (!actions.length) return '';
	const lacking = (name, has) => {
		const count = actions.filter((action) => !has(action)).length;
		return count ? `, ${count} without ${name}` : '';
	};
	return `${lacking('owner', (action) => action.owners.length > 0)}${lacking('due date', (action) => action.due)}`;
}

function counted(count, noun) {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
