/** The server as a web worker; files are read by the client. */
import { browserHost } from '../hosts/browser';
import { Connection, type Channel } from './rpc';
import { startServer } from './server';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const channel: Channel = {
	listen(receive) {
		scope.onmessage = ({ data }) => receive(data);
	},
	send: (message) => scope.postMessage(message),
};
const connection = new Connection(channel);
// The client ends its worker by itself.
startServer(connection, browserHost(connection), { whenGone: () => undefined, end: () => undefined });
