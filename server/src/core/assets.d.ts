/** Template files and rule pages are bundled as text. */
declare module '*.yaml' {
	const text: string;
	export default text;
}
declare module '*.md' {
	const text: string;
	export default text;
}
