import assert from 'node:assert/strict';
import { Connection } from './connection';
import { ResponseError } from './response-error';

/** A connection whose client is the test. */
function connected() {
	const sent: Record<string, unknown>[] = [];
	let receive: (message: unknown) => void = () => {};
	const connection = new Connection({ listen: (each) => void (receive = each), send: (message) => void sent.push(message as Record<string, unknown>), exit: () => {} });
	connection.listen(() => {});
	return { connection, sent, receive: (message: unknown) => receive(message), settled: () => new Promise((resolve) => setImmediate(resolve)) };
}

describe('a connection', () => {
	it('answers with what the handler returns, and with null for nothing', async () => {
		const { connection, sent, receive, settled } = connected();
		connection.onRequest('double', ({ n }: { n: number }) => n * 2);
		connection.onRequest('nothing', async () => {});
		receive({ jsonrpc: '2.0', id: 1, method: 'double', params: { n: 4 } });
		receive({ jsonrpc: '2.0', id: 'b', method: 'nothing' });
		await settled();
		assert.deepEqual(sent, [{ jsonrpc: '2.0', id: 1, result: 8 }, { jsonrpc: '2.0', id: 'b', result: null }]);
	});

	it('tells what it does not know, what is refused and what failed', async () => {
		const { connection, sent, receive, settled } = connected();
		connection.onRequest('refuses', () => new ResponseError(-32602, 'no'));
		connection.onRequest('throws', () => {
			throw new ResponseError(-32600, 'never');
		});
		for (const [id, method] of ['unknown', 'refuses', 'throws'].entries()) receive({ jsonrpc: '2.0', id, method });
		await settled();
		assert.deepEqual(sent.map(({ error }) => (error as { code: number }).code).sort(), [-32600, -32601, -32602]);
	});

	it('passes a cancellation on to the handler that runs', async () => {
		const { connection, sent, receive, settled } = connected();
		connection.onRequest('slow', async (_params: object, token) => {
			await settled();
			return token.isCancellationRequested;
		});
		receive({ jsonrpc: '2.0', id: 7, method: 'slow' });
		receive({ jsonrpc: '2.0', method: '$/cancelRequest', params: { id: 7 } });
		await settled();
		await settled();
		assert.deepEqual(sent, [{ jsonrpc: '2.0', id: 7, result: true }]);
	});

	it('gives the answers of the client to those who asked', async () => {
		const { connection, sent, receive } = connected();
		const [first, second] = [connection.sendRequest<string>('a'), connection.sendRequest<string>('b')];
		receive({ jsonrpc: '2.0', id: sent[1]!['id'], result: 'B' });
		receive({ jsonrpc: '2.0', id: sent[0]!['id'], error: { code: 5, message: 'not now' } });
		assert.equal(await second, 'B');
		await assert.rejects(first, (error: ResponseError) => error.code === 5 && error.message === 'not now');
	});

	it('goes on after a notification that failed, and tells of it', () => {
		const { connection, sent, receive } = connected();
		connection.onNotification('bad', () => {
			throw new Error('broken');
		});
		receive({ jsonrpc: '2.0', method: 'bad' });
		receive(null);
		assert.deepEqual(sent.map(({ method }) => method), ['window/logMessage', 'window/logMessage']);
	});
});
