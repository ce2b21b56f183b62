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
	readonly headings: readonly HeadingOutline[];
	readonly roles: readonly SectionRole[];
	readonly labelled: readonly SectionRole[];
	/** Whether its first line is one that a group of labels may go on with. */
	readonly opensWithLabel: boolean;
	readonly opensWithPriority: boolean;
	/** What the first block is that says something. */
	readonly opensWith: 'heading' | 'text' | undefined;
}

interface HeadingOutline {
	readonly depth: number;
	/** Whether it names a section, and whether it does so by these very words alone. */
	readonly isSection: boolean;
	readonly isExact: boolean;
}

export function outlineOf(text: string, blocks: readonly Block[]): ChunkOutline {
	const titles = blocks.flatMap((block) => (block.kind === 'heading' ? [{ depth: block.depth, title: titleText(text, block.content) }] : []));
	const roles = titles.map(({ title }) => roleOf(title));
	const first = blocks[0];
	const label = first && labelOf(text, first.span);
	const opening = blocks.find((block) => block.kind !== 'html' && block.kind !== 'break' && block.kind !== 'definition');
	return {
		headings: titles.map(({ depth, title }, index) => ({ depth, isSection: roles[index] !== undefined, isExact: exactRoleOf(title) !== undefined })), roles: roles.filter((role) => role !== undefined), labelled: [...labelledRoles(text, blocks)],
		opensWithLabel: label !== undefined && label.rest.start >= label.rest.end, opensWithPriority: first?.kind === 'heading' && PRIORITY_TITLE.test(titleText(text, first.content)),
		opensWith: opening && (opening.kind === 'heading' ? 'heading' : 'text'),
	};
}

/** The heading that names the document rather than a section of it: of which chunk, and which of its headings. */
export function titleAmong(outlines: readonly ChunkOutline[]): { readonly chunk: number; readonly heading: number } | undefined {
	const firstChunk = outlines.findIndex(({ headings }) => headings.length > 0);
	const first = outlines[firstChunk]?.headings[0];
	if (!first) return undefined;
	const atFirst = { chunk: firstChunk, heading: 0 };
	const other = (wanted: (outline: HeadingOutline) => boolean) => headingAmong(outlines, (outline) => outline !== first && wanted(outline));
	const otherTop = other(({ depth }) => depth === 1);
	if (first.depth === 1) return !first.isExact || !otherTop ? atFirst : undefined;
	if (first.isSection) return other(({ depth, isSection }) => depth === 1 && !isSection);
	const opening = outlines.find(({ opensWith }) => opensWith !== undefined)?.opensWith;
	return otherTop ?? (opening === 'heading' ? atFirst : undefined);
}

function headingAmong(outlines: readonly ChunkOutline[], wanted: (outline: HeadingOutline) => boolean): { readonly chunk: number; readonly heading: number } | undefined {
	for (const [chunk, { headings }] of outlines.entries()) {
		const heading = headings.findIndex(wanted);
		if (heading >= 0) return { chunk, heading };
	}
	return undefined;
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
