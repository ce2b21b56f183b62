// The results as a Markdown table: one row for each work, one column for each tool, the goals with what was reached.

const OURS = 'postmortem';

/** @param rows `{ work, unit, values: { [tool]: summary }, goals, isCount, isDetail }`; counts and details stand in the long table alone. */
export function table(rows) {
	const tools = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
	const lines = [['Work', ...tools, 'Goal'], ['---', ...tools.map(() => '--:'), '---'], ...rows.map((row) => [row.work, ...tools.map((tool) => cell(row, tool)), row.goals.map((goal) => told(row, goal)).filter((each) => each !== '').join('; ')])];
	return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The rows with times and sizes alone: medians, and whether all goals are met. */
export function compactTable(rows) {
	const shown = rows.filter(({ isCount, isDetail, goals }) => !isCount && !isDetail && goals.length > 0);
	const tools = [...new Set(shown.flatMap(({ values }) => Object.keys(values)))].filter((tool) => tool === OURS || shown.some(({ goals }) => goals.some(({ than }) => than === tool)));
	const lines = [['Work', ...tools, 'Goals'], ['---', ...tools.map(() => '--:'), '---'], ...shown.map((row) => [row.work, ...tools.map((tool) => cell(row, tool, true)), judged(row).map(({ met }) => (met ? '✓' : '✗')).join(' ')])];
	return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The goals that are not met, one line each with how far off they are; `undefined` where all are. */
export function missed(rows) {
	const lines = rows.flatMap((row) => judged(row).filter(({ met }) => !met).map((verdict) => `- ${row.work}: ${farOff(row, verdict)}`));
	return lines.length > 0 ? lines.join('\n') : undefined;
}

function farOff({ unit, values }, { of, than, share: limit, atMost, reached }) {
	const what = of === undefined ? '' : `${of} `;
	if (values[OURS].failed) return 'not answered';
	if (atMost !== undefined) return `${number(reached)} ${unit}, ${number(reached / atMost)} times the goal of at most ${atMost}`;
	return `${what}${number(values[OURS][of ?? 'median'])} ${unit}, ${share(reached)} of ${than}’s ${number(values[than].median)}, ${number(reached / limit)} times the goal of ${share(limit)}`;
}

/** Whether the goals of a row are met, as `{ met, reached }`; a goal beside a tool that has not answered is left out. */
export function judged({ values, goals }) {
	return goals.flatMap((goal) => {
		const ours = values[OURS];
		if (ours?.failed) return [{ ...goal, met: false, reached: undefined }];
		const value = ours?.[goal.of ?? 'median'];
		const limit = goal.atMost ?? values[goal.than]?.median * goal.share;
		if (value === undefined || limit === undefined || Number.isNaN(limit)) return [];
		return [{ ...goal, met: value <= limit, reached: goal.atMost === undefined ? value / values[goal.than].median : value }];
	});
}

function told(row, goal) {
	const [verdict] = judged({ values: row.values, goals: [goal] });
	if (!verdict) return '';
	if (verdict.reached === undefined) return '✗';
	const mark = verdict.met ? '✓' : '✗';
	if (goal.atMost !== undefined) return `${mark} ≤ ${goal.atMost}`;
	return `${mark} ${goal.of ?? ''}${goal.of ? ' ' : ''}${share(verdict.reached)} of ${goal.than}’s, ≤ ${share(goal.share)}`;
}

/** `0.65`, or `1/60` where that says more. */
function share(value) {
	return value >= 0.4 ? value.toFixed(2) : `1/${(1 / value).toFixed(1 / value < 10 ? 1 : 0).replace(/\.0$/, '')}`;
}

function cell({ values, unit }, tool, isCompact = false) {
	const value = values[tool];
	if (!value) return '';
	if (value.failed) return 'not answered';
	return value.count > 4 && !isCompact ? `${number(value.median)} (${number(value.p95)}) ${unit}` : `${number(value.median)} ${unit}`;
}

function number(value) {
	return Math.abs(value) >= 100 ? String(Math.round(value)) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);
}
