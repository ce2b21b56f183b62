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
