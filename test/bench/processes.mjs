// Whole processes: how long, and how much memory at most.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const POLL_MS = 10;
/** A process that takes longer is ended, in milliseconds. */
const PATIENCE_MS = 900_000;

/** Runs a command to its end, its output thrown away. @returns milliseconds, peak memory in bytes, exit status. */
export function measured([file, ...args], cwd, { memory = false } = {}) {
	const started = performance.now();
	const child = spawn(file, args, { cwd, stdio: ['ignore', 'ignore', process.env.BENCH_DEBUG ? 'inherit' : 'ignore'] });
	let peak = 0;
	const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
	const timer = memory && setInterval(() => {
		peak = Math.max(peak, residentPeak(child.pid));
	}, POLL_MS);
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (status) => {
			clearInterval(timer);
			clearTimeout(patience);
			resolve({ ms: performance.now() - started, peak, status });
		});
	});
}

/** The most memory that a running process has had in bytes where the system tells it, else what it has now; 0 when it is gone. */
export function residentPeak(pid) {
	return fromProc(pid, 'VmHWM') ?? resident(pid);
}

/** The memory that a running process has now, in bytes; 0 when it is gone. */
export function resident(pid) {
	return fromProc(pid, 'VmRSS') ?? Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? 0) * 1024;
}

function fromProc(pid, key) {
	if (process.platform !== 'linux') return undefined;
	try {
		return Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
	} catch {
		return 0;
	}
}
