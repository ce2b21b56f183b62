/** Built-in templates are bundled as the data that their files hold; rule pages as text that is loaded when asked for. */
declare module '*.yaml' {
	const data: unknown;
	export default data;
}
declare module '*.md' {
	const page: () => string;
	export default page;
}
