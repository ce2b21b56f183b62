/** The difference of two texts as few edits of whole lines. */
import type { SpanEdit } from './edit';

/** Past so many differing lines the middle is replaced as a whole. */
const MOST_DIFFERENCES = 400;

/** Edits that make `after` of `before`, in order, not overlapping; lines that both have are not touched. */
export function lineEdits(before: string, after: string): SpanEdit[] {
	if (before === after) return [];
	const [a, b] = [linesOf(before), linesOf(after)];
	let head = 0;
	while (head < a.length && head < b.length && a[head] === b[head]) head++;
	let tail = 0;
	while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
	const oldLines = a.slice(head, a.length - tail);
	const newLines = b.slice(head, b.length - tail);
	const kept = commonLines(oldLines, newLines);
	const edits: SpanEdit[] = [];
	let [oldAt, newAt] = [0, 0];
	let offset = a.slice(0, head).join('').length;
	for (const [oldKept, newKept] of [...kept, [oldLines.length, newLines.length] as const]) {
		const removed = oldLines.slice(oldAt, oldKept).join('');
		const newText = newLines.slice(newAt, newKept).join('');
		if (removed !== '' || newText !== '') edits.push({ span: { start: offset, end: offset + removed.length }, newText });
		offset += removed.length + (oldLines[oldKept]?.length ?? 0);
		[oldAt, newAt] = [oldKept + 1, newKept + 1];
	}
	return edits;
}

function linesOf(text: string): string[] {
	const lines = text.split('\n').map((line) => `${line}\n`);
	const last = lines.pop()!.slice(0, -1);
	return last === '' ? lines : [...lines, last];
}

/** Pairs of equal lines, longest common subsequence by Myers's greedy walk; none where the texts differ too much. */
function commonLines(a: readonly string[], b: readonly string[]): [number, number][] {
	const trace: Map<number, number>[] = [];
	let furthest = new Map<number, number>([[1, 0]]);
	for (let d = 0; d <= Math.min(MOST_DIFFERENCES, a.length + b.length); d++) {
		trace.push(new Map(furthest));
		for (let k = -d; k <= d; k += 2) {
			const down = k === -d || (k !== d && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));
			let x = down ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1;
			while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
			furthest.set(k, x);
			if (x >= a.length && x - k >= b.length) return walkBack(trace, a.length, b.length);
		}
		furthest = new Map(furthest);
	}
	return [];
}

function walkBack(trace: readonly Map<number, number>[], endX: number, endY: number): [number, number][] {
	const pairs: [number, number][] = [];
	let [x, y] = [endX, endY];
	for (let d = trace.length - 1; d >= 0; d--) {
		const furthest = trace[d]!;
		const k = x - y;
		const down = k === -d || (k !== d && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));
		const previousK = down ? k + 1 : k - 1;
		const previousX = d === 0 ? 0 : (furthest.get(previousK) ?? 0);
		const previousY = d === 0 ? 0 : previousX - previousK;
		while (x > previousX && y > previousY) pairs.push([--x, --y]);
		[x, y] = [previousX, previousY];
	}
	return pairs.reverse();
}
