/** Converts the timeline at the cursor, else every timeline of the document, to a zone that the person picks. */
import * as vscode from 'vscode';
import {
	CONVERT_TIME_ZONE_REQUEST, TIME_ZONES_REQUEST,
	type ConvertTimeZoneParams, type ConvertTimeZoneResult, type TimelinePlace, type TimeZoneInfo,
} from '../../../server/src/lsp/protocol';
import type { CommandContext } from '.';
import { applyEdits, markdownEditor, plainRange } from './edits';

/** @param answers what need not be asked for: `zone`. */
export async function convertTimelineToTimeZone({ session }: CommandContext, answers?: unknown): Promise<boolean> {
	const editor = markdownEditor();
	if (!editor) return false;
	const { document, selection } = editor;
	const place: TimelinePlace = { textDocument: { uri: document.uri.toString() }, range: plainRange(selection) };
	const zone = given(answers) ?? (await pick(await session.request<TimelinePlace, TimeZoneInfo[]>(TIME_ZONES_REQUEST, place)));
	if (zone === undefined) return false;
	const { version, edits, refusal } = await session.request<ConvertTimeZoneParams, ConvertTimeZoneResult>(CONVERT_TIME_ZONE_REQUEST, { ...place, zone });
	if (refusal !== null) {
		void vscode.window.showInformationMessage(reason(refusal, zone));
		return false;
	}
	if (document.version !== version) return false;
	return applyEdits(document, edits);
}

interface ZoneItem extends vscode.QuickPickItem {
	readonly zone?: string;
}

/** The likely ones first, then every zone that there is. */
async function pick(likely: readonly TimeZoneInfo[]): Promise<string | undefined> {
	const others = Intl.supportedValuesOf('timeZone').filter((zone) => !likely.some(({ name }) => name === zone));
	const items: ZoneItem[] = [
		...likely.map(({ name, isViewers }): ZoneItem => ({ label: name, zone: name, ...(isViewers ? { description: vscode.l10n.t('your time zone') } : {}) })),
		{ label: vscode.l10n.t('All time zones'), kind: vscode.QuickPickItemKind.Separator },
		...others.map((zone): ZoneItem => ({ label: zone, zone })),
	];
	const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Convert Timeline to Time Zone'), placeHolder: vscode.l10n.t('Every time stays the moment that it is') });
	return picked?.zone;
}

function reason(refusal: NonNullable<ConvertTimeZoneResult['refusal']>, zone: string): string {
	switch (refusal) {
		case 'no postmortem': return vscode.l10n.t('This document is no postmortem.');
		case 'no timeline': return vscode.l10n.t('There is no timeline in this document.');
		case 'zone not known': return vscode.l10n.t('The timeline does not say in which time zone it is. State it first: a light bulb at its times helps.');
		case 'no zone': return vscode.l10n.t('{0} is no time zone, or the name of several.', zone);
		case 'nothing to change': return vscode.l10n.t('The timeline is in {0} already.', zone);
		case 'cannot be written': return vscode.l10n.t('A row of the timeline cannot be written in {0}: its day is not known, or its time has an unusual form.', zone);
	}
}

function given(answers: unknown): string | undefined {
	const zone = typeof answers === 'object' && answers !== null ? (answers as Record<string, unknown>)['zone'] : undefined;
	return typeof zone === 'string' ? zone : undefined;
}
