/** One version of one document with all that was understood of it; what is asked for twice is worked out once. */
import { fixAll } from './features/fixAll';
import type { Postmortem } from './postmortem/model';
import type { Finding } from './rules/rule';
import { DocumentReader, lint } from './service';
import type { DocumentContext } from './context';
import type { EpochMs } from './time/moment';
import type { Project } from './workspace/projects';

export interface ReadingOptions {
	/** A person's decision on whether the document is a postmortem. */
	readonly decided?: 'postmortem' | 'none' | undefined;
	/** As `DocumentContext.viewerZone`. */
	readonly viewerZone?: string | undefined;
	/** Knows the version before; absent: the whole text is read anew. */
	readonly reader?: DocumentReader;
	/** A rule that throws costs its own findings in that run; here is where it is told. */
	readonly onCrash?: (rule: string, error: unknown) => void;
}

export class Reading {
	readonly context: DocumentContext;
	#doc: Postmortem | undefined;
	#findings: readonly Finding[] | undefined;
	#fixed: string | undefined;

	constructor(
		readonly text: string,
		readonly project: Project,
		now: EpochMs,
		private readonly options: ReadingOptions = {},
	) {
		const { path, config, templates } = project;
		this.context = { path, config, templates, now, ...(options.decided ? { decided: options.decided } : {}), ...(options.viewerZone === undefined ? {} : { viewerZone: options.viewerZone }) };
	}

	get doc(): Postmortem {
		return (this.#doc ??= (this.options.reader ?? new DocumentReader()).read(this.text, this.context));
	}

	get findings(): readonly Finding[] {
		return (this.#findings ??= this.#lint(this.doc));
	}

	/** The text after all safe fixes. */
	get fixed(): string {
		return (this.#fixed ??= fixAll(this.text, this.findings, (text) => this.#lint(new DocumentReader().read(text, this.context))));
	}

	#lint(doc: Postmortem): readonly Finding[] {
		if (!doc.verdict.isPostmortem) return [];
		return lint(doc, this.context, this.options.onCrash ? { onCrash: this.options.onCrash } : {});
	}
}
