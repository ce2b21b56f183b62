/** The server as a web worker; files are read by the client. */
import { browserHost } from '../hosts/browser';
import { workerTransport } from './connection/worker-transport';
import { startServer } from './server';

startServer(workerTransport(self as unknown as DedicatedWorkerGlobalScope), browserHost);
