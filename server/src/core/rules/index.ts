/** All rules, in the order of the documentation. */
import { actionUnstructured } from './action-unstructured';
import { actionWithoutDueDate } from './action-without-due-date';
import { actionWithoutOwner } from './action-without-owner';
import { configInvalid } from './config-invalid';
import { durationMismatch } from './duration-mismatch';
import { fieldMissing } from './field-missing';
import { fieldNotAllowed } from './field-not-allowed';
import { placeholderLeft } from './placeholder-left';
import type { AnyRule } from './rule';
import { sectionDuplicate } from './section-duplicate';
import { sectionEmpty } from './section-empty';
import { sectionMissing } from './section-missing';
import { sectionOutOfOrder } from './section-out-of-order';
import { sectionUnmarked } from './section-unmarked';
import { suppressionUnknown } from './suppression-unknown';
import { templateInvalid } from './template-invalid';
import { textMojibake } from './text-mojibake';
import { timeUnreadable } from './time-unreadable';
import { timeWithoutZone } from './time-without-zone';
import { timelineOutOfOrder } from './timeline-out-of-order';
import { timelineUnstructured } from './timeline-unstructured';

export const RULES: readonly AnyRule[] = [
	sectionMissing,
	sectionOutOfOrder,
	sectionDuplicate,
	sectionEmpty,
	sectionUnmarked,
	placeholderLeft,
	fieldMissing,
	fieldNotAllowed,
	timeUnreadable,
	timeWithoutZone,
	timelineUnstructured,
	timelineOutOfOrder,
	durationMismatch,
	actionUnstructured,
	actionWithoutOwner,
	actionWithoutDueDate,
	textMojibake,
	suppressionUnknown,
	configInvalid,
	templateInvalid,
];
