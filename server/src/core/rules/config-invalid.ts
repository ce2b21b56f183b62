import type { Problem } from '../schema/schema';
import { defineRule } from './rule';

/** What it finds is a fault in `.postmortem.yaml`: the loader tells where. */
export const configInvalid = defineRule<Problem>({
	id: 'config-invalid',
	summary: 'The config file `.postmortem.yaml` can be used as it is.',
	severity: 'error',
	fixKind: 'none',
	since: '0.1.0',

	*check() {},
	describe: ({ span, message }) => ({ span, message }),
});
