// Writes the three files of a new rule and its lines in the index:  npm run new-rule <subject-fault>
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const FOLDER = 'server/src/core/rules';
const [id] = process.argv.slice(2);
if (!id || !/^[a-z]+(?:-[a-z]+)+$/.test(id)) stop(`Unexpected rule name ${id ?? '(none)'}, expected subject and fault with hyphens, such as timeline-gap`);
if (existsSync(`${FOLDER}/${id}.ts`)) stop(`Unexpected rule name ${id}, expected one that is not taken`);
const name = id.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

writeFileSync(`${FOLDER}/${id}.ts`, `import page from './${id}.md';
import { defineRule } from './rule';
import type { TextSpan } from '../text/span';

export const ${name} = defineRule<TextSpan>({
	id: '${id}',
	summary: 'The law in one sentence, as it should be.',
	page,
	severity: 'warning',
	fixKind: 'none',
	since: 'next',

	*check({ doc }) {
		if (doc.text === '') yield { start: 0, end: 0 };
	},
	describe: (span) => ({ span, message: 'Unexpected X, expected Y' }),
});
`);
writeFileSync(`${FOLDER}/${id}.md`, `# ${id}

<!-- metadata -->
<!-- /metadata -->

## Why

## Wrong

\`\`\`md wrong lines=1
\`\`\`

## Right

\`\`\`md right
\`\`\`
`);
writeFileSync(`${FOLDER}/${id}.test.ts`, `import assert from 'node:assert/strict';
import { lint } from '../../../../test/kit/lint';
import { ${name} } from './${id}';

describe('${id}, beyond its page', () => {
	it('says what was found', () => assert.deepEqual(lint('# Postmortem\\n', [${name}]).map(({ message }) => message), ['fill in, or remove this file where the page says it all']));
});
`);

const index = readFileSync(`${FOLDER}/index.ts`, 'utf8').split('\n');
const imports = index.map((line, at) => ({ line, at })).filter(({ line }) => line.startsWith('import {'));
const place = imports.find(({ line }) => line.slice(line.indexOf(' from ') + 6) > `'./${id}';`)?.at ?? imports.at(-1).at + 1;
index.splice(place, 0, `import { ${name} } from './${id}';`);
index.splice(index.lastIndexOf('];'), 0, `\t${name},`);
writeFileSync(`${FOLDER}/index.ts`, index.join('\n'));
console.log(`${FOLDER}/${id}.ts, .md, .test.ts: fill in the page, its tests fail until then`);

function stop(message) {
	console.error(message);
	process.exit(2);
}
