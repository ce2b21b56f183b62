/** Loads the parts of a program in Node, with the code that V8 made of them in an earlier run. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { cachedDataVersionTag, getHeapCodeStatistics, setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

// V8 compiles a regular expression twice, to bytecode at its first use and to machine code at its second. Ours hold words of
// ten languages, and the bytecode of one takes longer than all that it then saves.
setFlagsFromString('--no-regexp-tier-up');
// What was compiled stays, so that what is kept of a long run holds its start too.
setFlagsFromString('--no-flush-bytecode');

/** What is kept of a part was made where so much less was compiled that it is worth making it anew. */
const GROWN = 1.1;

interface Part {
	readonly script: Script;
	readonly source: Buffer;
	/** The bytes of bytecode in the process that made what is kept of it; 0 where nothing is. */
	readonly keptOf: number;
	readonly module: { exports: unknown };
}

/** What a file of compiled code begins with: two numbers of 32 bits. */
const BEGIN = 8;

/**
 * What V8 compiled is kept in files beside the parts, since whoever may write there may also change the program. They begin
 * with the bytes of bytecode that there were, and with the length of the source and the source itself, as V8 compares its
 * length alone, and a digest takes longer to load than all of it to compare.
 */
export class Program {
	readonly #parts = new Map<string, Part>();
	readonly #others: NodeJS.Require;

	/** @param folder of the parts. */
	constructor(readonly folder: string) {
		this.#others = createRequire(`${folder}/`);
	}

	/** What the part exports; it is run when it is first asked for. */
	load(name: string): unknown {
		const known = this.#parts.get(name);
		if (known) return known.module.exports;
		const file = path.join(this.folder, name);
		const source = readFileSync(file);
		const kept = this.#kept(name, source);
		const script = new Script(Module.wrap(source.toString()), { filename: file, ...(kept ? { cachedData: kept.code } : {}) });
		const part: Part = { script, source, keptOf: kept && !script.cachedDataRejected ? kept.bytecode : 0, module: { exports: {} } };
		this.#parts.set(name, part);
		const require = (wanted: string): unknown => (wanted.startsWith('./') ? this.load(wanted.slice(2)) : this.#others(wanted));
		(script.runInThisContext() as (...names: unknown[]) => void)(part.module.exports, require, part.module, file, this.folder);
		return part.module.exports;
	}

	/** Keeps what was compiled until now where that is new; silent where nothing can be written. */
	keep(): void {
		const { bytecode_and_metadata_size: bytecode } = getHeapCodeStatistics();
		try {
			for (const [name, { script, source, keptOf }] of this.#parts) {
				if (bytecode < keptOf * GROWN) continue;
				const file = this.#fileOf(name);
				const unfinished = `${file}.${process.pid}`;
				const begin = Buffer.alloc(BEGIN);
				begin.writeUInt32LE(bytecode);
				begin.writeUInt32LE(source.length, BEGIN / 2);
				mkdirSync(path.dirname(file), { recursive: true });
				writeFileSync(unfinished, Buffer.concat([begin, source, script.createCachedData()]));
				renameSync(unfinished, file);
			}
		} catch {
			// A folder that cannot be written costs the time that this would save.
		}
	}

	#kept(name: string, source: Buffer): { readonly bytecode: number; readonly code: Buffer } | undefined {
		try {
			const content = readFileSync(this.#fileOf(name));
			const end = BEGIN + content.readUInt32LE(BEGIN / 2);
			return content.subarray(BEGIN, end).equals(source) ? { bytecode: content.readUInt32LE(), code: content.subarray(end) } : undefined;
		} catch {
			return undefined;
		}
	}

	/** Other versions of V8 keep theirs beside it. */
	#fileOf(name: string): string {
		return path.join(this.folder, '.compiled', `${name}.${cachedDataVersionTag().toString(36)}`);
	}
}
