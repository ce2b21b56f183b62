/** Reads snippet bodies as the editor does: what a person gets who takes every default. Throws where a body is malformed. */

export interface ReadSnippet {
	readonly text: string;
	/** Numbers of the tab stops in the order in which they stand. */
	readonly stops: readonly number[];
}

const VARIABLES: Readonly<Record<string, string>> = {
	CURRENT_YEAR: '2025', CURRENT_MONTH: '02', CURRENT_DATE: '11', CURRENT_HOUR: '23', CURRENT_MINUTE: '31', TM_SELECTED_TEXT: '',
};

export function readSnippet(body: readonly string[]): ReadSnippet {
	const source = body.join('\n');
	const stops: number[] = [];
	const defaults = new Map<number, string>();
	let at = 0;
	const text = readUntil('');
	return { text, stops };

	function readUntil(closer: string): string {
		let read = '';
		while (at < source.length && (closer === '' || source[at] !== closer)) {
			if (source[at] === '\\') {
				read += source[at + 1] ?? '';
				at += 2;
			} else read += source[at] === '$' ? readStop() : source[at++];
		}
		return read;
	}

	function readStop(): string {
		const [all, number, braced, variable] = /^\$(?:(\d+)|\{(\d+)|([A-Z_]+))/.exec(source.slice(at)) ?? [];
		if (all === undefined) throw new Error(`Unexpected $ at ${at} of ${source}`);
		at += all.length;
		if (variable !== undefined) {
			const value = VARIABLES[variable];
			if (value === undefined) throw new Error(`Unknown variable ${variable}`);
			return value;
		}
		const stop = Number(number ?? braced);
		stops.push(stop);
		if (braced === undefined) return defaults.get(stop) ?? '';
		if (source[at] === '}') {
			at++;
			return defaults.get(stop) ?? '';
		}
		const value = readDefault();
		defaults.set(stop, value);
		return value;
	}

	function readDefault(): string {
		const kind = source[at++];
		if (kind !== ':' && kind !== '|') throw new Error(`Unexpected ${kind} at ${at - 1} of ${source}`);
		const closer = kind === ':' ? '}' : '|';
		const value = readUntil(closer);
		if (source[at++] !== closer) throw new Error(`A tab stop does not end in ${source}`);
		if (kind === '|' && source[at++] !== '}') throw new Error(`A choice does not end at ${at} of ${source}`);
		return kind === '|' ? value.split(',')[0]! : value;
	}
}
