/** A host without a disk: the client reads files for the server. */
import { LIST_FILES_REQUEST, READ_FILE_REQUEST, type FileParams, type ListFilesResult, type ReadFileResult } from '../lsp/protocol';
import { clock, type Host } from './host';

interface Asker {
	sendRequest<R>(method: string, params: FileParams): Promise<R>;
}

export function browserHost(client: Asker): Host {
	return {
		...clock,
		async read(uri) {
			try {
				return (await client.sendRequest<ReadFileResult>(READ_FILE_REQUEST, { uri })) ?? undefined;
			} catch {
				return undefined;
			}
		},
		async list(uri) {
			try {
				return (await client.sendRequest<ListFilesResult | null>(LIST_FILES_REQUEST, { uri })) ?? [];
			} catch {
				return [];
			}
		},
	};
}
