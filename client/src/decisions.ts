/** The person's word on which documents are postmortems, kept with the workspace. */
import type { Memento } from 'vscode';
import type { Decision } from '../../server/src/lsp/protocol';

const KEY = 'decisions';

export class Decisions {
	constructor(private readonly state: Memento) {}

	/** By document URI. */
	all(): Readonly<Record<string, Decision>> {
		return this.state.get<Record<string, Decision>>(KEY, {});
	}

	async set(uri: string, decision: Decision): Promise<void> {
		await this.state.update(KEY, { ...this.all(), [uri]: decision });
	}

	/** Resolves to whether there was one. */
	async forget(uri: string): Promise<boolean> {
		const { [uri]: decision, ...others } = this.all();
		if (decision === undefined) return false;
		await this.state.update(KEY, others);
		return true;
	}
}
