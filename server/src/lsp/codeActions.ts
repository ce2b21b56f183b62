/** What the lightbulb offers: fixes, fix-alls, rewrites, suppressions, documentation. */
import { CodeActionKind, type CodeAction, type CodeActionContext, type CodeActionParams, type ServerCapabilities, type WorkspaceEdit } from 'vscode-languageserver';
import { suppressInFile, suppressOnLine } from '../core/features/suppress';
import { REWRITE_KINDS, type RewriteKind } from '../core/rewrites/rewrite';
import { fixAllOf, fixesOfSelection } from '../core/rules/fix-all';
import { SEVERITIES, type Finding, type Fix } from '../core/rules/rule';
import { rewritesAt } from '../core/service';
import { lineEdits } from '../core/text/diff';
import type { SpanEdit } from '../core/text/edit';
import { contains, touches, type TextSpan } from '../core/text/span';
import type { Desk, OpenReading } from './desk';
import { toDiagnostic } from './diagnostics';
import { guard } from './guard';
import { isObject } from './params';
import { EXPLAIN_RULE_COMMAND, PICK_TIME_ZONE_COMMAND } from './protocol';
import { canPickTimeZone } from './timeZones';
import { editsWithTabStops, plainEdits, takesTabStops } from './tabStops';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.postmortem`;
const REWRITE = `${CodeActionKind.RefactorRewrite}.postmortem`;

/** What an unresolved action remembers. */
interface Unresolved {
	readonly uri: string;
	readonly version: number;
	readonly work: 'fixAll' | 'convertDocument';
	/** Which one to convert to. */
	readonly template?: string;
}

export const codeActionCapability: ServerCapabilities = {
	codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, ...REWRITE_KINDS.map((kind) => `${REWRITE}.${kind}`)], resolveProvider: true },
};

export function registerCodeActions(desk: Desk): void {
	desk.connection.onCodeAction(
		guard(desk, 'textDocument/codeAction', ['textDocument', 'range', 'context'], [] as CodeAction[], async (params: CodeActionParams) => {
			const open = await desk.postmortem(params.textDocument.uri);
			return open ? actionsAt(desk, open, params) : [];
		}),
	);
	desk.connection.onCodeActionResolve(
		guard(desk, 'codeAction/resolve', [], undefined as unknown as CodeAction, async (action: CodeAction) => {
			const data = action.data as Partial<Unresolved> | undefined;
			if (!isObject(data) || typeof data.uri !== 'string') return action;
			const open = await desk.postmortem(data.uri);
			if (!open || open.snapshot.version !== data.version) return action;
			const edits = editsOf(open, data);
			return edits ? { ...action, edit: workspaceEdit(desk, open, edits) } : action;
		}),
	);
}

function editsOf({ snapshot, reading }: OpenReading, { work, template }: Partial<Unresolved>): readonly SpanEdit[] | undefined {
	if (work === 'fixAll') return lineEdits(snapshot.text, reading.fixed);
	if (work !== 'convertDocument') return undefined;
	const whole = { start: 0, end: snapshot.text.length };
	return rewritesAt(reading.doc, whole, work).find((offer) => offer.template === template)?.edits;
}

/** Whether the client asks for the edit of an action when it is chosen. */
function resolvesEdits({ client }: Desk): boolean {
	const abilities = client.textDocument?.codeAction;
	return abilities?.resolveSupport?.properties.includes('edit') === true && abilities.dataSupport === true;
}

/** One edit of one version of a document; the client refuses it where the document has moved on. */
export function workspaceEdit(desk: Desk, open: OpenReading, edits: readonly SpanEdit[]): WorkspaceEdit {
	const { uri, version } = open.snapshot;
	const textEdits = plainEdits(desk, open, edits);
	if (!desk.client.workspace?.workspaceEdit?.documentChanges) return { changes: { [uri]: textEdits } };
	return { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] };
}

/** The same for the edits of what a person chooses, with tab stops where the client takes them. */
function chosenEdit(desk: Desk, open: OpenReading, edits: readonly SpanEdit[], context: CodeActionContext, placeholders?: readonly string[]): WorkspaceEdit {
	if (!desk.client.workspace?.workspaceEdit?.documentChanges || !takesTabStops(desk, context)) return workspaceEdit(desk, open, edits);
	const { uri, version } = open.snapshot;
	return { documentChanges: [{ textDocument: { uri, version }, edits: editsWithTabStops(desk, open, edits, placeholders) }] };
}

/** A menu of more fixes is none that a person reads; for a selection with more there are the fixes of whole rules. */
const MOST_FINDINGS = 100;

function actionsAt(desk: Desk, open: OpenReading, { range, context }: CodeActionParams): CodeAction[] {
	const { doc, findings } = open.reading;
	const selection = desk.positions.span(doc.lines, range);
	const wants = (kind: string) => !Array.isArray(context.only) || context.only.some((only) => kind === only || kind.startsWith(`${only}.`) || only === '');
	const touched = findings.filter((finding) => touches(finding.span, selection));
	const here = closestFirst(touched.slice(0, MOST_FINDINGS));
	const innermost = here.filter((finding) => !isAround(finding, here));
	const fixesHere = wants(CodeActionKind.QuickFix) ? [...here.flatMap(fixes), ...rulesOf(touched).flatMap(ruleFixAll)] : [];
	const fixEdits = areFindingsShown(context) ? new Set(fixesHere.map(({ edit }) => JSON.stringify(edit))) : undefined;
	return [
		...fixesHere,
		...rewrites(desk, open, selection, context, wants).filter(({ edit }) => !fixEdits?.has(JSON.stringify(edit))),
		...(wants(`${REWRITE}.timeZone`) && canPickTimeZone(desk, doc, selection) ? [timeZonePick()] : []),
		...(wants(FIX_ALL) ? sourceFixAll() : []),
		...(wants(CodeActionKind.QuickFix) ? [...suppressions(desk, open, innermost), ...rulesOf(innermost).map(documentation)] : []),
	];

	function fixes(finding: Finding): CodeAction[] {
		return finding.fixes().map((fix, index) => ({
			...quickFix(fix),
			diagnostics: [toDiagnostic(desk, open, finding)],
			...(index === 0 && finding.fixKind === 'safe' ? { isPreferred: true } : {}),
		}));
	}

	function ruleFixAll(rule: string): CodeAction[] {
		const all = fixAllOf(rule, findings);
		const selected = selection.start < selection.end ? fixesOfSelection(rule, touched) : [];
		const diagnostics = here.filter((finding) => finding.rule === rule).map((finding) => toDiagnostic(desk, open, finding));
		return [...(all ? [all] : []), ...selected.filter(({ edits }) => JSON.stringify(edits) !== JSON.stringify(all?.edits))].map((fix) => ({ ...quickFix(fix), diagnostics }));
	}

	function quickFix({ title, edits, placeholders }: Fix): CodeAction {
		return { title, kind: CodeActionKind.QuickFix, edit: chosenEdit(desk, open, edits, context, placeholders) };
	}

	function sourceFixAll(): CodeAction[] {
		if (!findings.some((finding) => finding.fixKind === 'safe' && finding.fixes().length > 0)) return [];
		const action = { title: 'Fix all that can be fixed safely', kind: FIX_ALL };
		const { uri, version, text } = open.snapshot;
		if (resolvesEdits(desk)) return [{ ...action, data: { uri, version, work: 'fixAll' } satisfies Unresolved }];
		const edits = lineEdits(text, open.reading.fixed);
		return edits.length > 0 ? [{ ...action, edit: workspaceEdit(desk, open, edits) }] : [];
	}
}

/** Whether a person sees the findings and asks for whatever there is: in that menu a rewrite that a fix does already is one too many. */
function areFindingsShown({ diagnostics, only }: CodeActionContext): boolean {
	return !Array.isArray(only) && Array.isArray(diagnostics) && diagnostics.length > 0;
}

/** Findings on the very words come before those on what is around them, grave ones before light ones. */
function closestFirst(findings: readonly Finding[]): Finding[] {
	const rank = (finding: Finding) => (isAround(finding, findings) ? SEVERITIES.length : 0) + SEVERITIES.indexOf(finding.severity);
	return findings.toSorted((a, b) => rank(a) - rank(b));
}

/** Whether another of the findings is on a part of this one's words. */
function isAround({ span }: Finding, findings: readonly Finding[]): boolean {
	return findings.some((other) => contains(span, other.span) && other.span.end - other.span.start < span.end - span.start);
}

function rewrites(desk: Desk, open: OpenReading, selection: TextSpan, context: CodeActionContext, wants: (kind: string) => boolean): CodeAction[] {
	const kinds: readonly RewriteKind[] = REWRITE_KINDS.filter((kind) => wants(`${REWRITE}.${kind}`));
	if (kinds.length === 0) return [];
	const offers = kinds.length === 1 ? rewritesAt(open.reading.doc, selection, kinds[0]) : rewritesAt(open.reading.doc, selection);
	const { uri, version } = open.snapshot;
	return offers.filter(({ kind }) => kinds.includes(kind)).flatMap((offer): CodeAction[] => {
		const action = { title: offer.title, kind: `${REWRITE}.${offer.kind}` };
		if (offer.template !== undefined && resolvesEdits(desk)) return [{ ...action, data: { uri, version, work: 'convertDocument', template: offer.template } satisfies Unresolved }];
		if (offer.edits.length === 0) return [];
		// A conversion of the whole document is looked at, not filled in.
		return [{ ...action, edit: offer.template === undefined ? chosenEdit(desk, open, offer.edits, context) : workspaceEdit(desk, open, offer.edits) }];
	});
}

/** Silence for the line where a finding starts, and for the whole document. */
function suppressions(desk: Desk, open: OpenReading, here: readonly Finding[]): CodeAction[] {
	const { doc } = open.reading;
	return rulesOf(here).flatMap((rule) => {
		const found = here.filter((finding) => finding.rule === rule);
		const diagnostics = found.map((finding) => toDiagnostic(desk, open, finding));
		const onLine = suppressOnLine(doc, rule, found[0]!.span.start);
		const action = (title: string, edit: SpanEdit): CodeAction => ({ title, kind: CodeActionKind.QuickFix, diagnostics, edit: workspaceEdit(desk, open, [edit]) });
		return [...(onLine ? [action(`Disable ${rule} for this line`, onLine)] : []), action(`Disable ${rule} for the entire file`, suppressInFile(doc, rule))];
	});
}

function documentation(rule: string): CodeAction {
	const title = `Show documentation for ${rule}`;
	return { title, kind: CodeActionKind.QuickFix, command: { title, command: EXPLAIN_RULE_COMMAND, arguments: [rule] } };
}

function timeZonePick(): CodeAction {
	const title = 'Convert timeline to another time zone…';
	return { title, kind: `${REWRITE}.timeZone`, command: { title, command: PICK_TIME_ZONE_COMMAND, arguments: [] } };
}

function rulesOf(findings: readonly Finding[]): string[] {
	return [...new Set(findings.map((finding) => finding.rule))];
}
