import assert from 'node:assert/strict';
import { framed, Unframer } from './framing';

function read(...pieces: readonly (string | Buffer)[]): { messages: unknown[]; faults: string[] } {
	const messages: unknown[] = [];
	const faults: string[] = [];
	const unframer = new Unframer((message) => messages.push(message), (what) => faults.push(what));
	for (const piece of pieces) unframer.push(Buffer.from(piece));
	return { messages, faults };
}

describe('messages in a stream', () => {
	const first = { jsonrpc: '2.0', method: 'a', params: { text: '障害 ü' } };
	const second = { jsonrpc: '2.0', id: 1, method: 'b' };

	it('count bytes, not letters', () => assert.equal(framed({ a: 'ü' }), 'Content-Length: 10\r\n\r\n{"a":"ü"}'));
	it('are read wherever the stream is cut', () => {
		const bytes = Buffer.from(framed(first) + framed(second));
		for (let cut = 1; cut < bytes.length; cut++) assert.deepEqual(read(bytes.subarray(0, cut), bytes.subarray(cut)).messages, [first, second], `cut at ${cut}`);
	});
	it('are read byte by byte', () => assert.deepEqual(read(...[...Buffer.from(framed(first))].map((byte) => Buffer.from([byte]))).messages, [first]));
	it('may have other headers', () => assert.deepEqual(read('Content-Type: x\r\ncontent-length: 2\r\n\r\n{}').messages, [{}]));
	it('are read behind a header without a length', () => assert.deepEqual(read(`X: 1\r\n\r\n${framed(second)}`), { messages: [second], faults: ['Unexpected header without Content-Length'] }));
	it('are read behind one that is no JSON', () => assert.deepEqual(read(`Content-Length: 1\r\n\r\n{${framed(second)}`), { messages: [second], faults: ['Unexpected message that is no JSON'] }));
	it('are read behind a header without an end', () => assert.deepEqual(read('x'.repeat(70_000), framed(second)), { messages: [second], faults: ['Unexpected header without an end'] }));
});
