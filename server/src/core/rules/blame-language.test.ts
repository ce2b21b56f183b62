import assert from 'node:assert/strict';
import { lint } from '../../../../test/kit/lint';
import { applyEdits } from '../text/edit';
import { blameLanguage } from './blame-language';

/** What is found in a line of a root cause. */
function found(line: string): readonly string[] {
	const text = document(line);
	return lint(text, [blameLanguage]).map(({ span }) => text.slice(span.start, span.end));
}

function document(line: string): string {
	return `# Postmortem: parcel labels lost\n\n**Authors:** Ingrid Moe\n\n## Root Cause\n\n${line}\n`;
}

/** The line after the first fix, or `undefined` where there is none. */
function reworded(line: string): string | undefined {
	const text = document(line);
	const fix = lint(text, [blameLanguage])[0]?.fixes()[0];
	return fix && applyEdits(text, fix.edits).slice(document('').length - 1).trimEnd();
}

/** The words at fault stand between ⟦ and ⟧. */
const BLAME: readonly string[] = [
	'The outage was caused by ⟦human error⟧.',
	'⟦Operator error⟧ led to the wrong zone file.',
	'This was a ⟦human mistake⟧ during the night shift.',
	'Bob ⟦failed to⟧ check the size of the disk.',
	'The engineer ⟦failed to⟧ read the runbook.',
	'We ⟦failed to⟧ notice the alert for an hour.',
	'The on-call engineer ⟦failed to⟧ escalate in time.',
	'The team ⟦failed to⟧ tell support about the change.',
	'She ⟦forgot to⟧ renew the certificate.',
	'Someone ⟦forgot to⟧ turn the flag off.',
	'Ingrid ⟦neglected to⟧ run the tests.',
	'The reviewer ⟦forgot about⟧ the second region.',
	'The change ⟦should have⟧ been tested in staging.',
	'We ⟦should have⟧ noticed the growth weeks ago.',
	'They ⟦should have⟧ known that the queue was full.',
	'The alert ⟦should have⟧ fired at once.',
	'The config ⟦should never have⟧ been merged.',
	'The migration ⟦shouldn’t have⟧ been run on a Friday.',
	'He ⟦should’ve⟧ asked before the restart.',
	'This ⟦could have⟧ been avoided with a dry run.',
	'We ⟦could have⟧ caught this earlier.',
	'The incident ⟦could have⟧ been detected by a simple probe.',
	'The handover ⟦could have⟧ been better.',
	'The gap ⟦could have⟧ been fixed in an hour.',
	'⟦If only⟧ we had looked at the graph.',
	'The deletion was ⟦careless⟧.',
	'The script was ⟦carelessly⟧ copied from another host.',
	'The key was lost through ⟦negligence⟧.',
	'The root cause was ⟦lack of attention⟧ during the release.',
	'The outage was ⟦caused by an engineer⟧ who ran the wrong script.',
	'Orders were lost ⟦because of Bob⟧.',
	'Alice ⟦broke⟧ the build at 10:04.',
	'A junior developer ⟦accidentally deleted⟧ the users table.',
	'The contractor ⟦made a mistake⟧ in the firewall rule.',
	'Bob ⟦ignored⟧ the warning of the linter.',
	'⟦Bob’s mistake⟧ took the site down.',
	'The intern ⟦was at fault⟧.',
	'A ⟦fat-fingered⟧ command removed the index.',
	'La caída se debió a un ⟦error humano⟧.',
	'O problema foi causado por ⟦erro humano⟧.',
	'La panne est due à une ⟦erreur humaine⟧.',
	'Der Ausfall geht auf ⟦menschliches Versagen⟧ zurück.',
	'原因は⟦ヒューマンエラー⟧である。',
	'事故由⟦人为失误⟧引起。',
	'Se ⟦debería haber probado⟧ antes.',
];

const NO_BLAME: readonly string[] = [
	'Bob restarted the cache at 10:04.',
	'The pod failed to start after the update.',
	'Prometheus failed to notify the on-call phone.',
	'The package manager failed to resolve the mirror.',
	'Celery failed to start its workers.',
	'Every service should have an owner.',
	'Each team should have automated tests for its forms.',
	'Alerts should have limited noise.',
	'Users could have several sessions open.',
	'The leak could have caused a loss of data.',
	'It could have been worse: backups were intact.',
	'The write failed because of a full disk.',
	'The outage was caused by a change of the routing table.',
	'The restart was caused by the kernel.',
	'Due to an expired certificate, all logins failed.',
	'The log says "human error" in its last line.',
	'“Bob should have checked”, one message reads.',
	'The flag is called `human error` in the code.',
	'The review did not stop at human error.',
	'A second check reduces the risk of human error.',
	'Blameless reviews do not ask who is to blame.',
	'The engineer on call acknowledged the page at 10:06.',
	'The developer did not see the warning: the panel hid it.',
	'The service ignored the new setting.',
	'The deploy broke the login page.',
	'The cache missed on each request.',
	'We did not have an alert for this.',
	'Do not forget to renew the certificate.',
	'The switch at fault was replaced.',
	'Fault tolerance was tested with one node.',
	'The job failed to read the file.',
	'What could have gone better?',
	'No item of the backlog could have prevented this.',
	'The volumes are intact, so no record should have been lost.',
	'The queue was longer than it should have been.',
	'He took the pager and opened a call.',
	'The failure’s error text is generic.',
	'La base de datos no respondió.',
	'設定が読み込まれなかった。',
];

describe('blame-language, beyond its page', () => {
	for (const line of BLAME) it(`finds ${line}`, () => assert.deepEqual(found(line.replace(/[⟦⟧]/g, '')), [...line.matchAll(/⟦([^⟦⟧]*)⟧/g)].map(([, words]) => words)));
	for (const line of NO_BLAME) it(`leaves alone: ${line}`, () => assert.deepEqual(found(line), []));
	it('leaves quotes, code and headings alone', () => assert.deepEqual(found('> We should have tested it.\n\n```\nhuman error\n```\n\n### Human error\n\nSee [the note](https://x.example/human error).'), []));
	it('reads on behind a quotation', () => assert.deepEqual(found('He said "it was human error", but we should have tested it.'), ['should have']));
	it('reads cells and items', () => assert.deepEqual(found('| Cause | Note |\n| - | - |\n| Human error | - |\n\n- We forgot to test it'), ['Human error', 'forgot to']));

	const rewordings: readonly (readonly [string, string | undefined])[] = [
		['Bob failed to check the disk.', 'Bob did not check the disk.'],
		['She forgot to renew the certificate.', 'She did not renew the certificate.'],
		['We had failed to notice it.', undefined],
		['We forgot about the second region.', undefined],
		['The change should have been tested in staging.', 'The change was not tested in staging.'],
		['The limits should have been automatically checked.', 'The limits were not automatically checked.'],
		['The config should never have been merged.', 'The config was merged.'],
		['The alert should have fired at once.', 'The alert did not fire at once.'],
		['We should have noticed the growth.', 'We did not notice the growth.'],
		['The handover should have been better.', undefined],
		['Should have tested it first.', 'Did not test it first.'],
		['That is the moment the search should have turned.', undefined],
		['This could have been avoided.', undefined],
		['We could have caught this earlier.', 'We did not catch this earlier.'],
		['If we had looked, we could have caught this.', undefined],
		['The outage was caused by human error.', 'The outage was caused by an error that the process allowed.'],
		['Human error led to the outage.', 'An error that the process allowed led to the outage.'],
		['This was a human mistake.', 'This was a mistake that the process allowed.'],
		['There were three human errors.', 'There were three errors that the process allowed.'],
		['The script was carelessly copied.', 'The script was copied.'],
		['The outage was caused by an engineer.', undefined],
	];
	for (const [before, after] of rewordings) it(`rewords ${before}`, () => assert.equal(reworded(before), after));
});
