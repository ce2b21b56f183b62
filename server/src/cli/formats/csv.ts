/** Rows as CSV (RFC 4180), safe to open in a spreadsheet. */
export function csv(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
	return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: string | number | boolean | null): string {
	if (value === null) return '';
	if (typeof value !== 'string') return String(value);
	// A spreadsheet takes a text that starts so for a formula.
	const defused = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}
