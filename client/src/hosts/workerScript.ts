/**
 * One script for a worker out of the parts of a program: CommonJS files that load each other when they need each other.
 * @param parts the text of each by its name.
 * @param first the name of the part to start with.
 */
export function workerScript(parts: ReadonlyMap<string, string>, first: string): string {
	const functions = [...parts].map(([name, text]) => `${JSON.stringify(`./${name}`)}(require, module, exports) {${text}\n}`);
	return `{
const parts = {${functions.join(',\n')}};
const loaded = new Map();
const load = (name) => {
	const known = loaded.get(name);
	if (known) return known.exports;
	const module = { exports: {} };
	loaded.set(name, module);
	parts[name](load, module, module.exports);
	return module.exports;
};
load(${JSON.stringify(`./${first}`)});
}`;
}
