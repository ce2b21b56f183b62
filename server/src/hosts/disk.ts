/** What every run asks of the disk. `node:fs/promises` has it too, but takes Node longer to load than to read a document. */
import * as fs from 'node:fs';
import { promisify } from 'node:util';

export const readFile = promisify(fs.readFile);
export const readdir = promisify(fs.readdir);
export const stat = promisify(fs.stat);
