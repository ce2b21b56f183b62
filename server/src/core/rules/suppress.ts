/** Which findings the document's suppressions hide, and which suppressions hide nothing. */
import { suppressionsIn, type Suppression } from '../markdown/suppressions';
import type { Postmortem } from '../postmortem/model';
import type { TextSpan, Written } from '../text/span';

export interface Suppressed<F> {
	readonly kept: readonly F[];
	/** Each name, or whole comment, that names no rule or hid nothing. */
	readonly idle: readonly IdleSuppression[];
}

export interface IdleSuppression {
	readonly suppression: Suppression;
	/** `undefined` where the comment names no rule at all. */
	readonly name: Written | undefined;
	readonly known: boolean;
}

export function suppress<F extends { readonly rule: string; readonly span: TextSpan }>(doc: Postmortem, findings: readonly F[], isRule: (name: string) => boolean): Suppressed<F> {
	const suppressions = suppressionsIn(doc.text, doc.lines, doc.blocks);
	if (suppressions.length === 0) return { kept: findings, idle: [] };
	const used = new Set<Suppression | Written>();
	const kept = findings.filter((finding) => {
		const by = hiddenBy(suppressions, finding.rule, doc.lines.lineAt(finding.span.start), finding.span.start);
		if (!by) return true;
		used.add(by.rules.find((name) => name.text === finding.rule) ?? by);
		return false;
	});
	const idle = suppressions.flatMap((suppression): IdleSuppression[] => {
		const hides = suppression.kind.startsWith('disable');
		if (suppression.rules.length === 0) return hides && !used.has(suppression) ? [{ suppression, name: undefined, known: true }] : [];
		return suppression.rules.filter((name) => !isRule(name.text) || (hides && !used.has(name))).map((name) => ({ suppression, name, known: isRule(name.text) }));
	});
	return { kept, idle };
}

/** The suppression that hides a finding of a rule that begins on a line, or `undefined`. */
function hiddenBy(suppressions: readonly Suppression[], rule: string, line: number, offset: number): Suppression | undefined {
	const meant = (suppression: Suppression) => suppression.rules.length === 0 || suppression.rules.some((name) => name.text === rule);
	let by: Suppression | undefined;
	let captured: Suppression | undefined;
	for (const suppression of suppressions) {
		const above = suppression.span.start <= offset;
		switch (suppression.kind) {
			case 'disable-file': if (meant(suppression)) by = suppression; break;
			case 'enable-file': if (meant(suppression)) by = undefined; break;
			case 'disable': if (above && meant(suppression)) by = suppression; break;
			case 'enable': if (above && meant(suppression)) by = undefined; break;
			case 'capture': if (above) captured = by; break;
			case 'restore': if (above) by = captured; break;
			case 'disable-line': if (suppression.line === line && meant(suppression)) return suppression; break;
			case 'disable-next-line': if (suppression.line === line - 1 && meant(suppression)) return suppression; break;
		}
	}
	return by;
}
