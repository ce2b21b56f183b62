// A language client that measures: speaks LSP over stdio with any server and knows when an answer came.
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

const HEADER_END = Buffer.from('\r\n\r\n');
/** A server that says nothing for so long is given up, in milliseconds. */
const PATIENCE = 120_000;

export class LspClient {
	/** When the process was spawned, in milliseconds of `performance.now()`. */
	spawned = performance.now();
	/** Time spent in this process on behalf of the server (its requests to the client), in milliseconds. */
	clientWork = 0;
	#answers;
	#pending = new Map();
	#waiting = new Set();
	#chunks = [];
	#length = 0;
	#needed = 0;
	#nextId = 1;
	#isGone = false;

	/**
	 * @param {readonly string[]} command
	 * @param {{ cwd?: string, answers?: Record<string, (params: any) => unknown>, env?: Record<string, string> }} options `answers`: to requests of the server, by method.
	 */
	constructor([file, ...args], { cwd, answers = {}, env = {} } = {}) {
		this.#answers = answers;
		this.process = spawn(file, args, { cwd, stdio: ['pipe', 'pipe', process.env.BENCH_DEBUG ? 'inherit' : 'ignore'], env: { ...process.env, ...env } });
		this.process.stdin.on('error', () => {});
		this.process.stdout.on('data', (chunk) => this.#receive(chunk));
		this.exited = new Promise((resolve) => {
			this.process.on('exit', resolve);
			this.process.on('error', resolve);
		});
		this.exited.then((code) => {
			this.#isGone = true;
			for (const { reject } of this.#pending.values()) reject(new Error(`the server ended (${code})`));
			for (const { reject } of this.#waiting) reject(new Error(`the server ended (${code})`));
		});
	}

	get pid() {
		return this.process.pid;
	}

	request(method, params) {
		const id = this.#nextId++;
		return withPatience(method, (resolve, reject) => {
			this.#pending.set(id, { resolve, reject, method });
			this.#send({ jsonrpc: '2.0', id, method, params });
		});
	}

	notify(method, params) {
		this.#send({ jsonrpc: '2.0', method, params });
	}

	/** Resolves with the params of the next notification that passes. */
	notification(method, wanted = () => true) {
		return withPatience(method, (resolve, reject) => this.#waiting.add({ method, wanted, resolve, reject }));
	}

	async stop() {
		const ended = this.exited;
		if (this.#isGone) return;
		const kill = setTimeout(() => this.process.kill('SIGKILL'), 3_000);
		await Promise.race([this.request('shutdown').catch(() => {}), ended]);
		if (!this.#isGone) this.notify('exit');
		await ended;
		clearTimeout(kill);
	}

	#send(message) {
		if (this.#isGone) throw new Error('the server has ended');
		const content = JSON.stringify(message);
		this.process.stdin.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
	}

	#receive(chunk) {
		this.#chunks.push(chunk);
		this.#length += chunk.length;
		while (this.#length >= this.#needed) {
			const buffer = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks);
			this.#chunks = [buffer];
			const head = buffer.indexOf(HEADER_END);
			if (head < 0) return;
			const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, head))[1]);
			const end = head + HEADER_END.length + length;
			if (buffer.length < end) {
				this.#needed = end;
				return;
			}
			const message = JSON.parse(buffer.toString('utf8', head + HEADER_END.length, end));
			this.#chunks = end < buffer.length ? [buffer.subarray(end)] : [];
			this.#length = buffer.length - end;
			this.#needed = 0;
			this.#deliver(message);
			if (this.#length === 0) return;
		}
	}

	#deliver(message) {
		if (message.method !== undefined && message.id !== undefined) {
			const started = performance.now();
			const result = this.#answers[message.method]?.(message.params) ?? null;
			this.clientWork += performance.now() - started;
			this.#send({ jsonrpc: '2.0', id: message.id, result });
		} else if (message.method !== undefined) {
			for (const waiting of this.#waiting) {
				if (waiting.method !== message.method || !waiting.wanted(message.params)) continue;
				this.#waiting.delete(waiting);
				waiting.resolve(message.params);
			}
		} else {
			const { resolve, reject, method } = this.#pending.get(message.id);
			this.#pending.delete(message.id);
			if (message.error) reject(new Error(`${method}: ${message.error.code} ${message.error.message}`));
			else resolve(message.result);
		}
	}
}

/** As `new Promise`, and rejects when nothing came in time. */
function withPatience(what, start) {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(new Error(`no ${what} within ${PATIENCE / 1000} s`)), PATIENCE);
		const settled = (settle) => (value) => {
			clearTimeout(timer);
			settle(value);
		};
		start(settled(resolve), settled(reject));
	});
}
