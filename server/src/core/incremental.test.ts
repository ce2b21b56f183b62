import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { differenceOver, firstDifference } from '../../../test/kit/equality';
import { randomFrom } from '../../../test/bench/inputs.mjs';

const documentsIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.md')).map((name) => path.join(folder, name));

describe('a document read over its versions says what it says when read from scratch', () => {
	const samples = existsSync('../shared/samples') ? documentsIn('../shared/samples') : [];
	for (const [index, file] of [...documentsIn('examples'), ...samples].entries()) {
		it(`${file}: after each of 25 random edits`, () => assert.equal(firstDifference(readFileSync(file, 'utf8'), 25, randomFrom(600 + index)), undefined)).timeout(120_000);
	}

	const timeline = '## Timeline\n\n- 10:00 CET: Queue grows\n- 10:20 CET: Workers restart\n- 10:40: Queue is empty\n';
	it('where a part moves and the zone that is stated before it does not', () => {
		const [before, after] = ['# Slow queue\n\nAll times are CET.\n\n', '## Impact\n\nMail was late.\n\n'];
		assert.equal(differenceOver([before + after + timeline, `${before}${after}More text.\n\n${timeline}`]), undefined);
	});
	it('where the zone of a timeline is stated elsewhere, too', () => {
		const headed = timeline.replace('Timeline', 'Timeline (CET)');
		assert.equal(differenceOver([`# Slow queue\n\n${headed}`, `# Slow queue\n\nAll times are CET.\n\n${headed}`]), undefined);
	});
});
