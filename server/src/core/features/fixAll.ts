/** All safe fixes of a document at once: applied in passes until nothing is left to fix. */
import { safeEdits } from '../rules/fix-all';
import type { Finding } from '../rules/rule';
import { applyEdits } from '../text/edit';

const MOST_PASSES = 10;

/**
 * The text after all safe fixes; the same text where there is nothing to fix.
 * @param findings of the text as it stands.
 * @param lint the findings of another text under the same config.
 */
export function fixAll(text: string, findings: readonly Finding[], lint: (text: string) => readonly Finding[]): string {
	let current = text;
	for (let pass = 0; pass < MOST_PASSES; pass++) {
		const next = applyEdits(current, safeEdits(pass === 0 ? findings : lint(current)));
		if (next === current) break;
		current = next;
	}
	return current;
}
