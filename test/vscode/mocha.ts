// Runs the suites inside an extension host, Node or web worker: mocha's browser build works in both.
import 'mocha/mocha';

declare const process: { env: Record<string, string | undefined> } | undefined;

/**
 * Runs what `load` declares and prints one line for each test. Rejects when a test failed or none ran, which ends the
 * host with a failure.
 */
export function runSuites(load: () => void): Promise<void> {
	mocha.setup({ ui: 'bdd', reporter: function silent() {} as never, timeout: 30_000 });
	mocha.cleanReferencesAfterRun(false);
	const wanted = typeof process === 'undefined' ? undefined : process.env.POSTMORTEM_GREP;
	if (wanted) mocha.grep(wanted);
	load();
	return new Promise((resolve, reject) => {
		let passed = 0, failed = 0, skipped = 0;
		// `mocha.run` itself reads the address of a page; neither host has one.
		Mocha.prototype.run.call(mocha, () => {
			console.log(`  ${passed} passing`);
			if (skipped) console.log(`  ${skipped} pending`);
			if (failed) console.log(`  ${failed} failing`);
			if (failed) reject(new Error(`${failed} failed`));
			else if (passed === 0) reject(new Error('No test ran'));
			else resolve();
		})
			.on('pass', (test) => {
				passed++;
				console.log(`  ✓ ${test.fullTitle()} (${test.duration} ms)`);
			})
			.on('pending', (test) => {
				skipped++;
				console.log(`  - ${test.fullTitle()}`);
			})
			.on('fail', (test, error) => {
				failed++;
				console.log(`  ✗ ${test.fullTitle()}\n${error.stack ?? error}`);
			});
	});
}
