import type { Problem } from '../schema/schema';
import { defineRule } from './rule';

/** What it finds is a fault in a template file: the loader tells where. */
export const templateInvalid = defineRule<Problem>({
	id: 'template-invalid',
	summary: 'A template file can be used as it is.',
	severity: 'error',
	fixKind: 'none',
	since: '0.1.0',

	*check() {},
	describe: ({ span, message }) => ({ span, message }),
});
