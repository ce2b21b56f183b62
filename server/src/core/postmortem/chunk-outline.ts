/** What has to be known of a whole document before its chunks are cut into sections, told by each chunk on its own. */
import type { Block } from '../markdown/blocks';
import { labelOf } from './labels';
import { exactRoleOf, roleOf } from './roleOf';
import type { SectionRole } from './roles';
import { titleText } from './section-title';
import type { Draft } from './section-tree';

/** A group of actions by priority: `P0`, `Short term`. */
export const PRIORITY_TITLE = /^(?:p[0-4]|immediate|short|medium|long|mid|near)[\s-]?(?:term)?\b/i;

/** What the headings and labels of a chunk say, whatever stands around it. */
export interface ChunkOutline {
	readonly headings: number;
	readonly roles: readonly SectionRole[];
	readonly labelled: readonly SectionRole[];
	/** Whether its first line is one that a group of labels may go on with. */
	readonly opensWithLabel: boolean;
	readonly opensWithPriority: boolean;
}

export function outlineOf(text: string, blocks: readonly Block[]): ChunkOutline {
	const headings = blocks.filter((block) => block.kind === 'heading');
	const first = blocks[0];
	const label = first && labelOf(text, first.span);
	return {
		headings: headings.length, roles: headings.map((block) => roleOf(titleText(text, block.content))).filter((role) => role !== undefined), labelled: [...labelledRoles(text, blocks)],
		opensWithLabel: label !== undefined && label.rest.start >= label.rest.end, opensWithPriority: first?.kind === 'heading' && PRIORITY_TITLE.test(titleText(text, first.content)),
	};
}

/** The roles of the sections that a next one may stand in. */
export class RolesAbove {
	readonly #open: { readonly level: number; readonly role: SectionRole | undefined }[] = [];

	add({ level, role }: Draft): void {
		while (this.#open.length > 0 && this.#open.at(-1)!.level >= level) this.#open.pop();
		this.#open.push({ level, role });
	}

	get key(): string {
		return this.#open.map(({ level, role }) => `${level} ${role}`).join();
	}
}

/** The roles of labels that stand alone on their line, outside lists. */
function labelledRoles(text: string, blocks: readonly Block[]): ReadonlySet<SectionRole> {
	const roles = new Set<SectionRole>();
	for (const block of blocks) {
		if (block.kind !== 'paragraph') continue;
		for (const line of block.lines) {
			const label = labelOf(text, line);
			const role = label && label.rest.start >= label.rest.end ? exactRoleOf(titleText(text, label.title)) : undefined;
			if (role) roles.add(role);
		}
	}
	return roles;
}
