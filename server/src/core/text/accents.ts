/** Without accents and quotation marks; `ø` and `đ` count as accented. */
export function unaccented(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/[\u0300-\u036F]/g, '')
		.normalize('NFC')
		.replace(/Ø/gi, 'o')
		.replace(/Đ/gi, 'd')
		.replace(/['’‘´"“”]/g, '');
}
