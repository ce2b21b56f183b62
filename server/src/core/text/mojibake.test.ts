import assert from 'node:assert/strict';
import { findGarbled } from './mojibake';

const repair = (text: string): string => findGarbled(text).reduceRight((out, { span, repaired }) => out.slice(0, span.start) + repaired + out.slice(span.end), text);

describe('garbled text', () => {
	for (const [garbled, repaired] of [
		['âœ… done', '✅ done'],
		['5% â†’ 3%', '5% → 3%'],
		['itâ€™s â€œquotedâ€\u009d', 'it’s “quoted”'],
		['cafÃ©, 20Â°C', 'café, 20°C'],
		['ğŸ”„ in progress', '🔄 in progress'],
		['ğŸ“‹ planned', '📋 planned'],
		['ðŸš€', '🚀'],
		['ã‚¿ã‚¤ãƒ\u00a0', 'タイム'],
		['ï»¿# Title', '# Title'],
	]) it(`decodes ${garbled}`, () => assert.equal(repair(garbled!), repaired));

	for (const [garbled, repaired] of [
		['What went wrong âŒ', 'What went wrong ❌'],
		['45% â† peak', '45% ← peak'],
		['ğŸ—ï¸ building', '🏗️ building'],
	]) it(`guesses the lost byte of ${garbled}`, () => assert.equal(repair(garbled!), repaired));

	for (const text of ['Ça va, déjà vu, naïve café', 'Ağ bağlantısı İstanbul’da koptu', 'âge, ça, où', 'SÃO PAULO', '✅ → “fine” 🚀', 'Œuvre – façade…', 'Â', '']) {
		it(`leaves ${JSON.stringify(text)} alone`, () => assert.deepEqual(findGarbled(text), []));
	}
	it('joins neighbours into one run and looks within a span only', () => {
		assert.deepEqual(findGarbled('âœ…âœ… x'), [{ span: { start: 0, end: 6 }, repaired: '✅✅' }]);
		assert.deepEqual(findGarbled('âœ… âœ…', { start: 2, end: 7 }), [{ span: { start: 4, end: 7 }, repaired: '✅' }]);
	});
});
