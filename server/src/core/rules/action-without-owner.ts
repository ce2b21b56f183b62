import page from './action-without-owner.md';
import { definePieceRule, type Fix } from './rule';
import { cellOf, faultSpan, openItems, stateIn, type ItemOfList } from './support/action-cell';

const MOST_FIXES = 6;

export const actionWithoutOwner = definePieceRule<ItemOfList>({
	id: 'action-without-owner',
	summary: 'Every open action item has an owner.',
	page,
	severity: 'warning',
	fixKind: 'unsafe',
	since: '0.1.0',

	pieces: ({ doc }) => openItems(doc, [], ({ owners }) => owners.length === 0),
	describe: (at, { doc }) => ({
		span: at.item.ownerPlaceholder?.span ?? faultSpan(doc, at, 'owner'),
		message: 'Unexpected action item without an owner, expected `@name`',
	}),
	fixes(at, { doc }) {
		const people = [...new Set([...doc.people.map(({ text }) => text.trim()), ...doc.knownPeople.map(({ name, handle }) => (handle ? `@${handle}` : name))])].filter((name) => name !== '');
		const placeholder = at.item.ownerPlaceholder?.span;
		const cell = cellOf(at, 'owner');
		const isToFillIn = placeholder !== undefined || (cell !== undefined && cell.end > cell.start);
		const names = people.length > 0 ? people.slice(0, MOST_FIXES) : isToFillIn ? [] : ['@TBD'];
		return names.flatMap((name): Fix[] => {
			const edit = placeholder ? { span: placeholder, newText: name } : stateIn(doc, at, 'owner', 'Owner', name.replaceAll('|', '\\|'));
			if (!edit) return [];
			return [name === '@TBD' ? { title: 'Add an owner to fill in', edits: [edit], placeholders: [name] } : { title: `Add owner ${name}`, edits: [edit] }];
		});
	},
});
