/** One line of at most `most` characters: cut behind a word, `…` says that there is more. */
export function shortened(text: string, most: number): string {
	const line = text.replace(/\s+/g, ' ').trim();
	const letters = [...line];
	if (letters.length <= most) return line;
	const cut = letters.slice(0, most - 1).join('');
	const space = cut.lastIndexOf(' ');
	return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd().replace(/[,;:–—-]$/, '')}…`;
}
