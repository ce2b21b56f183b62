/** What `postmortem` starts, in the process and in its worker threads. */
import path from 'node:path';
import { Program } from '../hosts/program';
import type * as commandLine from './main';

const program = new Program(path.join(__dirname, 'server'));
process.once('exit', () => program.keep());
(program.load('command-line.js') as typeof commandLine).main(__filename, program);
