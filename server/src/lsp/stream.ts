/** Messages over a stream of bytes: each with a header that tells its length. */
import type { Readable, Writable } from 'node:stream';
import type { Channel } from './rpc';

const HEADER_END = '\r\n\r\n';

export function streamChannel(input: Readable, output: Writable): Channel {
	// A client that is gone is noticed where it no longer sends.
	output.on('error', () => undefined);
	return {
		listen(receive, close) {
			const reader = new MessageReader(receive);
			input.on('data', (chunk: Buffer) => reader.read(chunk));
			input.on('end', close);
			input.on('close', close);
			input.on('error', close);
		},
		send(message) {
			const content = JSON.stringify(message);
			output.write(`Content-Length: ${Buffer.byteLength(content)}${HEADER_END}${content}`);
		},
	};
}

class MessageReader {
	#chunks: Buffer[] = [];
	#size = 0;
	/** Fewer bytes than these hold nothing that is complete. */
	#needed = 1;

	constructor(private readonly receive: (message: unknown) => void) {}

	read(chunk: Buffer): void {
		this.#chunks.push(chunk);
		this.#size += chunk.length;
		if (this.#size < this.#needed) return;
		let rest: Buffer = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
		this.#needed = 1;
		for (;;) {
			const headerEnd = rest.indexOf(HEADER_END);
			if (headerEnd < 0) break;
			const begin = headerEnd + HEADER_END.length;
			// A header without a length is passed over.
			const end = begin + Number(/^Content-Length:[ \t]*(\d+)[ \t]*$/im.exec(rest.toString('latin1', 0, headerEnd))?.[1] ?? 0);
			if (rest.length < end) {
				this.#needed = end;
				break;
			}
			this.#deliver(rest.toString('utf8', begin, end));
			rest = rest.subarray(end);
		}
		this.#chunks = rest.length > 0 ? [rest] : [];
		this.#size = rest.length;
	}

	/** What is no JSON is nobody's message. */
	#deliver(content: string): void {
		let message: unknown;
		try {
			message = JSON.parse(content);
		} catch {
			return;
		}
		this.receive(message);
	}
}
