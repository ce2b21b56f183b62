import page from './template-invalid.md';
import { defineRule } from './rule';
import type { LoadFault } from './support/load-fault';

export const templateInvalid = defineRule<LoadFault>({
	id: 'template-invalid',
	summary: 'A template file says only what the tool understands.',
	page,
	severity: 'error',
	fixKind: 'none',
	since: '0.1.0',

	check: () => [], // found while the file is loaded
	describe: ({ span, message }) => ({ span, message }),
});
