import assert from 'node:assert/strict';
import { countedWork } from './counted';

describe('the work that a keystroke makes', () => {
	for (const size of [14_000, 200_000]) {
		for (const { name, unit, value, atMost } of countedWork(size)) {
			it(`${name}: at most ${atMost} ${unit}`.trim(), () => assert.ok(value > 0 && value <= atMost, String(value)));
		}
	}
});
