/** Arithmetic on URIs as strings: `scheme://authority/path`, path segments percent-encoded, folders without a slash at the end. */

/** The folder that holds a file or folder; `undefined` at the root and for URIs without folders (`untitled:Untitled-1`). */
export function parentUri(uri: string): string | undefined {
	const { root, path } = parts(uri);
	if (root === undefined) return undefined;
	const trimmed = path.endsWith('/') ? path.slice(0, -1) : path;
	const slash = trimmed.lastIndexOf('/');
	if (slash < 0 || trimmed === '') return undefined;
	return root + (slash === 0 ? '/' : trimmed.slice(0, slash));
}

/** The file that `relative` names as seen from `folder`; `.` and `..` are resolved, `..` stops at the root. */
export function joinUri(folder: string, relative: string): string {
	const { root = '', path } = parts(folder);
	const segments = path.split('/').filter((segment) => segment !== '');
	for (const segment of relative.replaceAll('\\', '/').split('/')) {
		if (segment === '..') segments.pop();
		else if (segment !== '' && segment !== '.') segments.push(encodeSegment(segment));
	}
	return `${root}/${segments.join('/')}`;
}

/** The decoded path from `folder` to `uri`, or `undefined` where `uri` is not below it. */
export function relativePath(folder: string, uri: string): string | undefined {
	const base = normalUri(folder);
	const full = normalUri(uri);
	const prefix = base.endsWith('/') ? base : `${base}/`;
	return full.startsWith(prefix) && full.length > prefix.length ? decode(full.slice(prefix.length)) : undefined;
}

/** The last segment, decoded. */
export function nameOf(uri: string): string {
	const { path } = parts(normalUri(uri));
	return decode(path.slice(path.lastIndexOf('/') + 1));
}

/** One spelling for one file: editors differ in what they encode (`file:///c%3A/x`), and in a slash at the end. */
export function normalUri(uri: string): string {
	const { root, path } = parts(uri);
	if (root === undefined) return uri;
	const spelled = /^[\w.~/-]*$/.test(path) ? path : path.split('/').map((segment) => encodeSegment(decode(segment))).join('/');
	const joined = spelled.replace(/^\/([A-Z]):/, (_, drive: string) => `/${drive.toLowerCase()}:`);
	return root + (joined.length > 1 && joined.endsWith('/') ? joined.slice(0, -1) : joined);
}

/** `root` is `scheme://authority`, `undefined` where the URI has no path with folders. */
function parts(uri: string): { root: string | undefined; path: string } {
	const scheme = uri.indexOf(':');
	if (scheme < 0) return { root: undefined, path: uri };
	let start = scheme + 1;
	if (uri.startsWith('//', start)) {
		const slash = uri.indexOf('/', start + 2);
		start = slash < 0 ? uri.length : slash;
	}
	const path = withoutTail(uri.slice(start));
	return path.startsWith('/') || path === '' ? { root: uri.slice(0, start), path } : { root: undefined, path };
}

function withoutTail(path: string): string {
	const end = path.search(/[?#]/);
	return end < 0 ? path : path.slice(0, end);
}

function encodeSegment(segment: string): string {
	return encodeURIComponent(wellFormed(segment)).replace(/%3A/g, ':').replace(/%40/g, '@').replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decode(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}

/** A lone surrogate cannot be encoded. */
function wellFormed(text: string): string {
	return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
