/** One version of one document with all that was understood of it; what is asked for twice is worked out once. */
import type { Engine } from './engine';
import type { Postmortem } from './postmortem/model';
import type { Finding } from './rules/rule';
import type { DocumentContext } from './service';
import type { EpochMs } from './time/moment';
import type { Project } from './workspace/projects';

export class Reading {
	readonly context: DocumentContext;
	#doc: Postmortem | undefined;
	#findings: readonly Finding[] | undefined;

	constructor(
		private readonly engine: Engine,
		readonly text: string,
		readonly project: Project,
		now: EpochMs,
		decided?: 'postmortem' | 'none',
	) {
		this.context = { path: project.path, config: project.config, templates: project.templates, now, ...(decided ? { decided } : {}) };
	}

	get doc(): Postmortem {
		return (this.#doc ??= this.engine.service.read(this.text, this.context));
	}

	get findings(): readonly Finding[] {
		return (this.#findings ??= this.engine.service.lint(this.doc, this.context));
	}
}
