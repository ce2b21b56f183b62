import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { firstDifference } from '../../../test/kit/equality';
import { randomFrom } from '../../../test/bench/documents';

const documentsIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.md')).map((name) => path.join(folder, name));

describe('a document read over its versions says what it says when read from scratch', () => {
	const samples = existsSync('../shared/samples') ? documentsIn('../shared/samples') : [];
	for (const [index, file] of [...documentsIn('examples'), ...samples].entries()) {
		it(`${file}: after each of 40 random edits`, () => assert.equal(firstDifference(readFileSync(file, 'utf8'), 40, randomFrom(600 + index)), undefined)).timeout(180_000);
	}
});
