/** The request behind the commands of a client that change a document at once: several offers joined into one edit. */
import { REWRITE_KINDS, type RewriteKind } from '../core/rewrites/rewrite';
import { fixAllOf } from '../core/rules/fix-all';
import type { Fix } from '../core/rules/rule';
import { rewritesAt } from '../core/service';
import { lineEdits } from '../core/text/diff';
import type { SpanEdit } from '../core/text/edit';
import type { TextSpan } from '../core/text/span';
import type { Desk, OpenReading } from './desk';
import { guard } from './guard';
import { CHANGES_REQUEST, type ChangesParams, type ChangesResult } from './protocol';
import { editsWithTabStops, plainEdits, takesTabStops } from './tabStops';

type Change = Pick<Fix, 'edits' | 'placeholders'>;

export function registerChanges(desk: Desk): void {
	const nothing: ChangesResult = { version: -1, edits: [] };
	desk.connection.onRequest(CHANGES_REQUEST, guard(desk, CHANGES_REQUEST, ['textDocument', 'range'], nothing, async ({ textDocument, range, work }: ChangesParams): Promise<ChangesResult> => {
		const open = await desk.postmortem(textDocument.uri);
		if (!open) return nothing;
		const { edits, placeholders } = changeOf(open, work, desk.positions.span(open.reading.doc.lines, range));
		const isFilledIn = work !== 'fixAll' && takesTabStops(desk);
		return { version: open.snapshot.version, edits: isFilledIn ? editsWithTabStops(desk, open, edits, placeholders) : plainEdits(desk, open, edits) };
	}));
}

function changeOf({ reading, snapshot }: OpenReading, work: ChangesParams['work'], selection: TextSpan): Change {
	if (work === 'fixAll') return { edits: lineEdits(snapshot.text, reading.fixed) };
	if (work === 'insertMissingSections') return missingSections(reading);
	return (REWRITE_KINDS as readonly string[]).includes(work) ? { edits: atOrEverywhere(reading, work, selection) } : { edits: [] };
}

function missingSections({ findings }: OpenReading['reading']): Change {
	const [first] = findings.filter(({ rule }) => rule === 'section-missing').flatMap((finding) => finding.fixes().slice(0, 1));
	return fixAllOf('section-missing', findings) ?? first ?? { edits: [] };
}

/** What is offered at the selection, else everywhere in the document; an offer that overlaps an earlier one is left out. */
function atOrEverywhere({ doc }: OpenReading['reading'], kind: RewriteKind, selection: TextSpan): SpanEdit[] {
	const [here] = rewritesAt(doc, selection, kind);
	const offers = here ? [here] : rewritesAt(doc, { start: 0, end: doc.text.length }, kind);
	const taken: SpanEdit[] = [];
	for (const { edits } of offers) {
		if (edits.every(({ span }) => taken.every((other) => span.end <= other.span.start || other.span.end <= span.start))) taken.push(...edits);
	}
	return taken.sort((a, b) => a.span.start - b.span.start);
}
