/** What `postmortem-language-server` starts. */
import { Program } from '../hosts/program';

const program = new Program(__dirname);
program.load('language-server.js');
process.once('exit', () => program.keep());
