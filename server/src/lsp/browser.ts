/** The server as a web worker; files are read by the client. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { browserHost } from '../hosts/browser';
import { soundMessages } from './messages';
import { startServer } from './server';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(scope), new BrowserMessageWriter(scope), { messageStrategy: soundMessages });
startServer(connection, browserHost(connection));
