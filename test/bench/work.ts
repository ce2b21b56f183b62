/**
 * The counts of work for each keystroke, as JSON.
 *   node test/bench/in-process.mjs work [SIZE…]
 */
import { countedWork } from './counted';

const sizes = process.argv.slice(2).map(Number);
console.log(JSON.stringify((sizes.length > 0 ? sizes : [14_000, 200_000]).flatMap(countedWork)));
