/** HTML comments in a stretch of text. One that is never closed is none. */

/** The text with each comment replaced. Linear, where a regular expression would look for each end anew. */
export function replaceComments(text: string, by: (comment: string) => string): string {
	let kept = '';
	let from = 0;
	for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', from)) {
		const end = text.indexOf('-->', start + 4);
		if (end < 0) break;
		kept += text.slice(from, start) + by(text.slice(start, end + 3));
		from = end + 3;
	}
	return kept + text.slice(from);
}
