// What each tool took. One that hangs, crashes or refuses has not answered; the others are measured on.
import { summary } from './statistics.mjs';

/** The times or sizes of one row, by tool. */
export class Attempts {
	#all;
	#failed = new Map();

	/** @param {readonly string[]} tools in the order of the columns. */
	constructor(tools) {
		this.#all = new Map(tools.map((tool) => [tool, []]));
	}

	add(tool, ...values) {
		this.#all.get(tool).push(...values);
	}

	fail(tool) {
		this.#failed.set(tool, true);
	}

	hasFailed(tool) {
		return this.#failed.has(tool);
	}

	values() {
		const known = [...this.#all].filter(([tool, values]) => values.length > 0 || this.#failed.has(tool));
		return Object.fromEntries(known.map(([tool, values]) => [tool, this.#failed.has(tool) ? { failed: true } : summary(values)]));
	}
}

/**
 * Runs what measures one tool, unless it has failed before.
 * @param {readonly Attempts[]} rows in which the tool has not answered when this throws.
 */
export async function attempt(tool, rows, progress, measure) {
	if (rows.some((row) => row.hasFailed(tool))) return;
	try {
		await measure();
	} catch (error) {
		for (const row of rows) row.fail(tool);
		progress(`${tool} has not answered: ${error.message}`);
	}
}
