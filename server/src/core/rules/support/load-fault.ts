/** A fault that a loader found in a YAML file. */
import type { TextSpan } from '../../text/span';

export interface LoadFault {
	/** In the YAML file. */
	readonly span: TextSpan;
	/** `Unexpected X, expected Y`. */
	readonly message: string;
}
