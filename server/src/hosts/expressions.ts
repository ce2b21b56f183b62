/**
 * Imported first by every entry in Node. V8 compiles a regular expression twice, to bytecode at its first use and to machine
 * code at its second. Ours hold words of ten languages, and the bytecode of one takes longer than all that it then saves:
 * without it the first document costs half.
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--no-regexp-tier-up');
