import page from './config-invalid.md';
import { defineRule } from './rule';
import type { LoadFault } from './support/load-fault';

export const configInvalid = defineRule<LoadFault>({
	id: 'config-invalid',
	summary: 'The configuration file says only what the tool understands.',
	page,
	severity: 'error',
	fixKind: 'none',
	since: '0.1.0',

	check: () => [], // found while the file is loaded
	describe: ({ span, message }) => ({ span, message }),
});
