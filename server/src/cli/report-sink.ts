/** Where a report goes piece by piece: straight to standard output, or kept until its end where it needs to be whole. */
import { once } from 'node:events';
import { createReadStream, createWriteStream, promises, type WriteStream } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeReport, type Run } from './output';

/** What is kept in memory before it is kept on disk, in UTF-16 units. */
const MOST_IN_MEMORY = 1 << 20;

export class ReportSink {
	#kept = '';
	#folder: string | undefined;
	#file: WriteStream | undefined;

	/** @param keeps whether its first words are known last. */
	constructor(
		private readonly run: Run,
		private readonly keeps: boolean,
	) {}

	async write(text: string): Promise<void> {
		if (!this.keeps && this.run.args.text('output') === undefined) {
			if (text !== '') this.run.io.out(text);
			return;
		}
		this.#kept += text;
		if (this.#kept.length > MOST_IN_MEMORY) await this.#toDisk();
	}

	/** @param head what stands before all that was written. @throws Failure where the output cannot be written. */
	async close(head: string): Promise<void> {
		if (!this.#file) {
			if (head + this.#kept !== '' || this.run.args.text('output') !== undefined) await writeReport(this.run, [head + this.#kept]);
			return;
		}
		await this.#toDisk();
		this.#file.end();
		await once(this.#file, 'finish');
		await writeReport(this.run, parts(head, this.#file.path as string));
	}

	/** Leaves nothing behind. */
	async dispose(): Promise<void> {
		this.#file?.destroy();
		if (this.#folder !== undefined) await promises.rm(this.#folder, { recursive: true, force: true });
	}

	async #toDisk(): Promise<void> {
		if (!this.#file) {
			this.#folder = await promises.mkdtemp(path.join(os.tmpdir(), 'postmortem-report-'));
			this.#file = createWriteStream(path.join(this.#folder, 'report'));
		}
		if (!this.#file.write(this.#kept)) await once(this.#file, 'drain');
		this.#kept = '';
	}
}

async function* parts(head: string, file: string): AsyncGenerator<string> {
	yield head;
	yield* createReadStream(file, 'utf8') as AsyncIterable<string>;
}
