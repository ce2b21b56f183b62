/** What is asked for again and again of one thing that never changes is worked out once. */

/** @returns `work`, whose answer is kept as long as the thing itself. */
export function oncePer<T extends object, R>(work: (thing: T) => R): (thing: T) => R {
	const known = new WeakMap<T, { readonly value: R }>();
	return (thing) => {
		let answer = known.get(thing);
		if (!answer) known.set(thing, (answer = { value: work(thing) }));
		return answer.value;
	};
}

/** The longest text whose answer is kept, in UTF-16 units, and the most answers that are. */
const LONGEST = 80;
const MOST = 2_000;

/** @returns `work`, which asks nothing but the text; answers for short texts, which many documents share, are kept for a while. */
export function oncePerText<R>(work: (text: string) => R): (text: string) => R {
	const known = new Map<string, { readonly value: R }>();
	return (text) => {
		if (text.length > LONGEST) return work(text);
		let answer = known.get(text);
		if (!answer) {
			if (known.size >= MOST) known.clear();
			const own = apart(text);
			known.set(own, (answer = { value: work(own) }));
		}
		return answer.value;
	};
}

/** The same text in memory of its own: a part cut from a document keeps all of that document in memory. */
export function apart(text: string): string {
	return ` ${text}`.slice(1);
}
