/** Searching a whole text stretch by stretch: what was found in one is kept with it. */
import type { Chunk } from './blocks';

/**
 * What `find` finds in the text before the first chunk, in each chunk, and behind the last one, in order.
 * @param key what the search depends on besides the text.
 * @param find gets a stretch and where it begins; places in what it gives count from the start of the document.
 */
export function inEachChunk<T>(text: string, chunks: readonly Chunk[], name: string, key: readonly unknown[], find: (stretch: string, start: number) => readonly T[]): readonly T[] {
	const found: T[] = [];
	const add = (each: readonly T[]) => {
		for (const one of each) found.push(one);
	};
	const before = chunks[0]?.start ?? text.length;
	if (before > 0) add(find(text.slice(0, before), 0));
	for (const { start, end, part } of chunks) add(part.recall(name, key, () => find(text.slice(start, end), start)));
	const behind = chunks.at(-1)?.end ?? text.length;
	if (behind < text.length) add(find(text.slice(behind), behind));
	return found;
}
