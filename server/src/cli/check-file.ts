/** What `lint` does with one file, in whatever thread; the outcome is plain data that can cross from one to another. */
import { promises } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Reading } from '../core/reading';
import { decodeText } from '../hosts/decodeText';
import { Failure } from './failure';
import { binaryFault, type ListedFile } from './inputs';
import { reportOf, type ReportFile } from './report';
import type { Session } from './session';

export interface FileToCheck extends ListedFile {
	readonly bytes: Uint8Array;
}

export interface Outcome {
	/** Absent where the file is not reported: nobody named it and it is no postmortem, or it could not be read. */
	readonly report?: ReportFile;
	/** The line that tells why the file could not be read. */
	readonly failure?: string;
	/** The line that ends the whole run. */
	readonly fatal?: string;
	/** Lines for standard error about rules that failed. */
	readonly crashes?: readonly string[];
	/** The config and template files that had a part in it, as URIs. */
	readonly projectFiles?: readonly string[];
}

/** Never rejects on what is wrong with a file, a config or a template. */
export async function checkFile(session: Session, { uri, named, bytes }: FileToCheck): Promise<Outcome> {
	const file = session.shown(uri);
	const text = decodeText(bytes);
	if (text === undefined) return named ? { failure: binaryFault(file) } : {};
	try {
		const crashes: string[] = [];
		const reading = await session.read(uri, text, (line) => crashes.push(line));
		if (!named && !reading.doc.verdict.isPostmortem) return {};
		const report = reportOf(file, session.args.flag('fix') ? await fixed(session, uri, file, reading) : reading);
		return { report, projectFiles: reading.project.files.map((each) => each.uri), ...(crashes.length > 0 ? { crashes } : {}) };
	} catch (error) {
		if (error instanceof Failure) return { fatal: error.message };
		throw error;
	}
}

async function fixed(session: Session, uri: string, file: string, reading: Reading): Promise<Reading> {
	const text = reading.fixed;
	if (text === reading.text) return reading;
	try {
		await promises.writeFile(fileURLToPath(uri), text);
	} catch (error) {
		throw new Failure(`${file}: cannot be written (${(error as { code?: string }).code ?? String(error)})`);
	}
	return session.read(uri, text);
}
