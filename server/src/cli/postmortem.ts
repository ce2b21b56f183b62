/** What `postmortem` starts, in the process and in its worker threads. */
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Program } from '../hosts/program';
import type * as commandLine from './main';

// By default V8 optimises so early that, in runs of seconds, it takes longer than what it makes faster.
setFlagsFromString('--interrupt-budget=4000000');

const program = new Program(path.join(__dirname, 'server'));
process.once('exit', () => program.keep());
(program.load('command-line.js') as typeof commandLine).main(__filename, program);
