// Applies every rewrite and every quick fix to all documents of some folders, in every way of storing them and with every template.
//   npm run laws -- FOLDER… [--kinds a,b] [--variants LF,tabs] [--templates sre,-] [--quiet]
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { assets } from './build/assets.mjs';

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));
const outfile = 'dist/test/laws.mjs';
await build({ entryPoints: ['test/laws/all.ts'], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', charset: 'utf8', plugins: [assets], logLevel: 'warning' });
process.exitCode = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
