import assert from 'node:assert/strict';
import { MarkdownParser } from './parse';
import { parseWithRemark } from './remark';

/** Documents in which a cut at the wrong place would change the tree. */
const DOCUMENTS = [
	'# A\n\ntext\n\n## B\n\n- one\n  - two\n\n### C\n',
	'# A\n\n```\n\n# no heading\n\n```\n\n## B\n',
	'# A\n\n~~~md\n\n# no\n\n```\n\n# no\n\n~~~\n\n## B\n',
	'- item\n\n  ```\n\n# heading, the item ended\n\n```\ncode\n\n# no\n',
	'<!--\n\n# no\n\n-->\n\n# yes\n',
	'<pre>\n\n# no\n\n</pre>\n\n# yes\n',
	'- a\n\n  <!-- open\n\n# b\n\n-->\n\n# c\n',
	'| a | b |\n| - | - |\n| 1 | 2 |\n\n# B\n\n| c |\n| - |\n',
	'text\n# A\ntext\n\n# B\ntext\n---\n\n# C\n',
	'> quote\n\n# A\n\n> more\n\n    indented\n\n# B\n',
	'# A\n\n```\nnever closed\n\n# no\n',
	'\n\n\n# A\r\n\r\ntext\r\n\r\n# B\r\n',
	'1. a\n\n   # within\n\n# B\n\n2. b\n',
];

describe('chunks', () => {
	for (const document of DOCUMENTS) it(JSON.stringify(document.slice(0, 40)), () => assert.deepEqual(new MarkdownParser().parse(document).blocks, parseWithRemark(document)));
	it('gives the same for a text that was edited as for a new one', () => {
		const parser = new MarkdownParser();
		parser.parse(DOCUMENTS.join('\n\n'));
		for (const document of DOCUMENTS) assert.deepEqual(parser.parse(document).blocks, new MarkdownParser().parse(document).blocks);
	});
});
