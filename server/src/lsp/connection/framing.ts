/** Messages in a stream of bytes: `Content-Length`, an empty line, and as many bytes of JSON. */

const HEADER_END = Buffer.from('\r\n\r\n');
/** Longest header in bytes: in what goes on without an end there is no message. */
const LONGEST_HEADER = 64 * 1024;

export function framed(message: object): string {
	const content = JSON.stringify(message);
	return `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
}

/** Puts together what arrives in pieces. */
export class Unframer {
	#pieces: Buffer[] = [];
	#length = 0;
	/** Bytes without which it is not worth to look. */
	#needed = 1;

	/** @param broken called for content that is no JSON, and for a header without a length. */
	constructor(
		private readonly receive: (message: unknown) => void,
		private readonly broken: (what: string) => void,
	) {}

	push(piece: Buffer): void {
		this.#pieces.push(piece);
		this.#length += piece.length;
		while (this.#length >= this.#needed) {
			const bytes = this.#pieces.length === 1 ? this.#pieces[0]! : Buffer.concat(this.#pieces);
			this.#keep(bytes);
			const headerEnd = bytes.indexOf(HEADER_END);
			if (headerEnd < 0) {
				if (bytes.length > LONGEST_HEADER) this.#drop('Unexpected header without an end');
				else this.#needed = bytes.length + 1;
				return;
			}
			const start = headerEnd + HEADER_END.length;
			const length = /^Content-Length: *(\d{1,10})$/im.exec(bytes.toString('latin1', 0, headerEnd))?.[1];
			if (length === undefined) {
				this.broken('Unexpected header without Content-Length');
				this.#keep(bytes.subarray(start));
				continue;
			}
			const end = start + Number(length);
			if (bytes.length < end) {
				this.#needed = end;
				return;
			}
			this.#keep(bytes.subarray(end));
			this.#read(bytes.toString('utf8', start, end));
		}
	}

	#read(content: string): void {
		let message: unknown;
		try {
			message = JSON.parse(content);
		} catch {
			return this.broken('Unexpected message that is no JSON');
		}
		this.receive(message);
	}

	#keep(rest: Buffer): void {
		this.#pieces = rest.length > 0 ? [rest] : [];
		this.#length = rest.length;
		this.#needed = 1;
	}

	#drop(what: string): void {
		this.#keep(Buffer.alloc(0));
		this.broken(what);
	}
}
