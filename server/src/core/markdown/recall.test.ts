import assert from 'node:assert/strict';
import { Part } from './recall';

describe('what was read from a part', () => {
	const read = () => ({ own: { start: 12, end: 14 }, elsewhere: { start: 3, end: 6 } });

	it('moves with the part, and the places outside it with themselves', () => {
		const part = new Part(10);
		part.recall('test', [], read, [{ start: 3, end: 6 }]);
		const moved = new Part(11, part).recall('test', [], read, [{ start: 3, end: 6 }]);
		assert.deepEqual(moved, { own: { start: 13, end: 15 }, elsewhere: { start: 3, end: 6 } });
		const both = new Part(15, part).recall('test', [], read, [{ start: 4, end: 7 }]);
		assert.deepEqual(both, { own: { start: 17, end: 19 }, elsewhere: { start: 4, end: 7 } });
	});

	it('is read anew where the key is another', () => {
		const part = new Part(0);
		assert.equal(part.recall('test', ['UTC'], () => 1), 1);
		assert.equal(part.recall('test', ['UTC'], () => 2), 1);
		assert.equal(part.recall('test', ['CET'], () => 3), 3);
	});

	it('holds parts of its own, and what was read from them', () => {
		const part = new Part(10);
		const rows = part.recall('rows', [], () => new Part(10));
		rows.recall('span', [], () => ({ start: 11, end: 12 }));
		const moved = new Part(20, part).recall('rows', [], () => new Part(20));
		assert.deepEqual(moved.recall('span', [], () => ({ start: 0, end: 0 })), { start: 21, end: 22 });
	});

	it('stays where it was for who looks at it late', () => {
		const before = new Part(10).keep('test', [], read, [{ start: 3, end: 6 }]);
		const part = new Part(10);
		const early = part.keep('test', [], read, [{ start: 3, end: 6 }]);
		const late = new Part(14, part).keep('test', [], read, [{ start: 3, end: 6 }]);
		assert.deepEqual(late.here.own, { start: 16, end: 18 });
		assert.deepEqual(early.here, before.here);
	});

	it('is taken over where an edit left its text, and not where another text is asked for', () => {
		const asked: string[] = [];
		const lengthOf = (text: string) => {
			asked.push(text);
			return text.length;
		};
		const before = new Part(0);
		before.piece('length', 'one row', lengthOf);
		const after = new Part(0, undefined, [before]);
		assert.deepEqual([after.piece('length', 'one row', lengthOf), after.piece('length', 'another row', lengthOf)], [7, 11]);
		assert.deepEqual(asked, ['one row', 'another row']);
	});

	it('is forgotten some versions after the last that held its text', () => {
		const asked: string[] = [];
		let part = new Part(0);
		const made = (text: string) => part.piece('length', text, () => asked.push(text));
		for (let version = 0; version < 100; version++, part = new Part(0, undefined, [part])) {
			made('a row that stays');
			made(`a row in its version ${version}`);
		}
		made('a row in its version 99');
		made('a row in its version 0');
		const times = (text: string) => asked.filter((each) => each === text).length;
		assert.deepEqual([times('a row that stays'), times('a row in its version 99'), times('a row in its version 0')], [1, 1, 2]);
	});

	it('is taken over from all parts that become one', () => {
		const asked: string[] = [];
		const made = (part: Part, text: string) => part.piece('length', text, () => asked.push(text));
		const [first, second] = [new Part(0), new Part(10)];
		made(first, 'a row');
		made(second, 'another row');
		const both = new Part(0, undefined, [first, second]);
		made(both, 'a row');
		made(both, 'another row');
		assert.deepEqual(asked, ['a row', 'another row']);
	});

	it('is forgotten where the key of a piece is another', () => {
		const asked: string[] = [];
		const part = new Part(0);
		for (const key of ['Noor', 'Noora', 'Noora', 'Noor']) part.piece('names', 'one row', () => asked.push(key), key);
		assert.deepEqual(asked, ['Noor', 'Noora', 'Noor']);
	});
});
