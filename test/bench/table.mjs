// The results as a Markdown table: one row for each work, one column for each tool, the goals with what was reached.

const OURS = 'postmortem';

/** @param rows `{ work, unit, values: { [tool]: summary }, goals }`. */
export function table(rows) {
	const tools = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
	const lines = [['Work', ...tools, 'Goal'], ['---', ...tools.map(() => '--:'), '---'], ...rows.map((row) => [row.work, ...tools.map((tool) => cell(row, tool)), row.goals.map((goal) => told(row, goal)).join('; ')])];
	return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Whether the goals of a row are met, as `{ text, met, reached }`. */
export function judged({ values, goals }) {
	return goals.flatMap((goal) => {
		const ours = values[OURS]?.[goal.of ?? 'median'];
		const limit = goal.atMost ?? values[goal.than]?.median * goal.share;
		if (ours === undefined || Number.isNaN(limit)) return [];
		return [{ ...goal, met: ours <= limit, reached: goal.atMost === undefined ? ours / values[goal.than].median : ours }];
	});
}

function told(row, goal) {
	const [verdict] = judged({ values: row.values, goals: [goal] });
	if (!verdict) return '';
	const mark = verdict.met ? '✓' : '✗';
	if (goal.atMost !== undefined) return `${mark} ≤ ${goal.atMost}`;
	return `${mark} ${goal.of ?? ''}${goal.of ? ' ' : ''}${share(verdict.reached)} of ${goal.than}’s, ≤ ${share(goal.share)}`;
}

/** `0.65`, or `1/60` where that says more. */
function share(value) {
	return value >= 0.4 ? value.toFixed(2) : `1/${(1 / value).toFixed(1 / value < 10 ? 1 : 0).replace(/\.0$/, '')}`;
}

function cell({ values, unit }, tool) {
	const value = values[tool];
	if (!value) return '';
	return value.count > 4 ? `${number(value.median)} (${number(value.p95)}) ${unit}` : `${number(value.median)} ${unit}`;
}

function number(value) {
	return Math.abs(value) >= 100 ? String(Math.round(value)) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);
}
