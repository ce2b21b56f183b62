/** The transport of a web worker: whole messages, posted. */
import type { Transport } from './transport';

export function workerTransport(scope: DedicatedWorkerGlobalScope): Transport {
	return {
		listen(receive) {
			scope.onmessage = ({ data }) => receive(data);
		},
		send: (message) => scope.postMessage(message),
		exit: () => scope.close(),
	};
}
