/** Whether a written value is one that the template allows. */
import type { ValueSpec } from './template';

/**
 * The allowed value that the text begins with: `SEV2 (Major degradation)` is `SEV2`, `sev-2` is too. The longest one
 * where several fit; `undefined` where none does.
 */
export function allowedValue(values: readonly ValueSpec[], text: string): ValueSpec | undefined {
	const words = wordsOf(text);
	let best: ValueSpec | undefined;
	let longest = 0;
	for (const spec of values) {
		for (const spelling of [spec.value, ...spec.aliases]) {
			const wanted = wordsOf(spelling).join('');
			if (wanted.length > longest && startsWith(words, wanted)) {
				longest = wanted.length;
				best = spec;
			}
		}
	}
	return best;
}

/** Whether the first words, written together, are the wanted letters. */
function startsWith(words: readonly string[], wanted: string): boolean {
	let joined = '';
	for (const word of words) {
		joined += word;
		if (joined.length >= wanted.length) return joined === wanted;
	}
	return false;
}

function wordsOf(text: string): string[] {
	const plain = text.toLowerCase().normalize('NFKC').replace(/['’]/g, '');
	return plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
