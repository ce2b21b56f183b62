/** Digests for those who ask for one: `node:crypto` takes Node longer to load than to read a document. */
import type * as crypto from 'node:crypto';

export const createHash: typeof crypto.createHash = (...how) => process.getBuiltinModule('node:crypto').createHash(...how);
