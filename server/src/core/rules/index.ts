/** All rules, in the order of the documentation. */
import { actionUnstructured } from './action-unstructured';
import { actionWithoutDueDate } from './action-without-due-date';
import { actionWithoutOwner } from './action-without-owner';
import { blameLanguage } from './blame-language';
import { configInvalid } from './config-invalid';
import { dateAmbiguous } from './date-ambiguous';
import { dateImplausible } from './date-implausible';
import { durationMismatch } from './duration-mismatch';
import { fieldConflict } from './field-conflict';
import { fieldMissing } from './field-missing';
import { fieldNotAllowed } from './field-not-allowed';
import { phaseOutOfOrder } from './phase-out-of-order';
import { placeholderLeft } from './placeholder-left';
import type { AnyRule } from './rule';
import { sectionDuplicate } from './section-duplicate';
import { sectionEmpty } from './section-empty';
import { sectionMissing } from './section-missing';
import { sectionOutOfOrder } from './section-out-of-order';
import { sectionUnmarked } from './section-unmarked';
import { sectionUnread } from './section-unread';
import { suppressionUnknown } from './suppression-unknown';
import { templateInvalid } from './template-invalid';
import { textMojibake } from './text-mojibake';
import { timeUnreadable } from './time-unreadable';
import { timeWithoutZone } from './time-without-zone';
import { timeZoneMismatch } from './time-zone-mismatch';
import { timeZoneMixed } from './time-zone-mixed';
import { timeZoneNotInForce } from './time-zone-not-in-force';
import { timelineGap } from './timeline-gap';
import { timelineOutOfOrder } from './timeline-out-of-order';
import { timelinePhaseMissing } from './timeline-phase-missing';
import { timelineUnstructured } from './timeline-unstructured';

export const RULES: readonly AnyRule[] = [
	sectionMissing,
	sectionOutOfOrder,
	sectionDuplicate,
	sectionEmpty,
	sectionUnmarked,
	sectionUnread,
	placeholderLeft,
	fieldMissing,
	fieldNotAllowed,
	fieldConflict,
	timeUnreadable,
	timeWithoutZone,
	timeZoneMixed,
	timeZoneNotInForce,
	timeZoneMismatch,
	dateAmbiguous,
	dateImplausible,
	timelineUnstructured,
	timelineOutOfOrder,
	timelineGap,
	timelinePhaseMissing,
	phaseOutOfOrder,
	durationMismatch,
	actionUnstructured,
	actionWithoutOwner,
	actionWithoutDueDate,
	blameLanguage,
	textMojibake,
	suppressionUnknown,
	configInvalid,
	templateInvalid,
];
