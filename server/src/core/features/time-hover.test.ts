import assert from 'node:assert/strict';
import { marked } from '../../../../test/kit/marked';
import { DEFAULT_CONFIG } from '../config/load';
import { readPostmortem } from '../postmortem/read';
import { builtinTemplates } from '../template/builtin';
import { timeHover } from './time-hover';

const templates = builtinTemplates();

/** The lines of the hover at `‸`, which must be about the text between the marks; empty where there is none. */
function hover(fixture: string, { viewer, zones = [], timeZone }: { viewer?: string; zones?: readonly string[]; timeZone?: string } = {}): string[] {
	const { text, cursor, spans } = marked(fixture);
	const doc = readPostmortem(text, {
		path: 'postmortems/x.md', templates, now: Date.UTC(2024, 4, 6), decided: 'postmortem',
		config: { ...DEFAULT_CONFIG, timeZone, displayTimeZones: zones }, ...(viewer === undefined ? {} : { viewerZone: viewer }),
	});
	const found = timeHover(doc, cursor);
	assert.deepEqual(found?.span, spans[0]);
	return found?.markdown.split('\n').filter((line) => line !== '' && !line.startsWith('| ---')) ?? [];
}

const HEAD = '# Postmortem: parcels lost, 2 May 2024\n\n';
const ROWS = `${HEAD}## Timeline\n\nAll times are CEST.\n\n- 09:00 Outage begins\n- 09:04 Alert fires\n`;

describe('hover over a time', () => {
	it('tells a row in all zones that matter, two that show the same in one line', () => {
		assert.deepEqual(hover(`${ROWS}- ⟦10:‸42⟧ Rollback complete\n`, { viewer: 'Europe/Oslo', zones: ['America/New_York', 'Asia/Kolkata'] }), [
			'**`10:42`** · mitigated · `T+1h 42m` · 1h 38m after the row before',
			'| Zone | Time |',
			'| **CEST** (stated in line 5, Europe/Oslo, your zone) | Thu 2024-05-02 10:42 |',
			'| UTC | Thu 2024-05-02 08:42 |',
			'| EDT (America/New\\_York) | Thu 2024-05-02 04:42 |',
			'| Asia/Kolkata | Thu 2024-05-02 14:12 |',
		]);
	});

	it('tells both ends of a range, approximation and other days', () => {
		assert.deepEqual(hover(`${HEAD}## Timeline\n\n- 21:00 UTC Outage begins\n- ⟦~23:30 - 00:‸15 UTC⟧ Rolled back\n`, { zones: ['Asia/Tokyo'] }), [
			'**About `~23:30 - 00:15 UTC`** · mitigated · `T+2h 30m` · 2h 30m after the row before · lasts 45m',
			'| Zone | From | Until |',
			'| **UTC** | Thu 2024-05-02 23:30 | Fri 2024-05-03 00:15 |',
			'| JST (Asia/Tokyo) | Fri 2024-05-03 08:30 | Fri 2024-05-03 09:15 |',
		]);
	});

	it('tells relative times and times before the start', () => {
		assert.deepEqual(hover(`${HEAD}- **Started:** 2024-05-02 09:00 UTC\n\n## Timeline\n\n- T+0 Outage begins\n- ⟦T+‸5m⟧ Alert fires\n`)[0], '**`T+5m`** · detected · `T+5m` · 5m after the row before');
		assert.match(hover(`${HEAD}## Timeline (UTC)\n\n- ⟦08:‸50⟧ Deployed\n- 09:00 Outage begins\n`)[0]!, / · `T-10m`$/);
	});

	it('says where no zone is stated', () => assert.deepEqual(hover(`${HEAD}## Timeline\n\n- ⟦09:‸00⟧ a\n- 09:10 b\n`), ['**`09:00`** · `T+0m`', '`Thu 2024-05-02 09:00`, no time zone is stated']));

	it('says that the config states the zone', () => assert.equal(hover(`${HEAD}## Timeline\n\n- ⟦09:‸00⟧ a\n- 09:10 b\n`, { timeZone: 'America/New_York' })[2], '| **EDT** (from the config, America/New\\_York) | Thu 2024-05-02 09:00 |'));

	it('reads a second column on its own clock, where that is another day', () => {
		assert.deepEqual(hover(`${HEAD}## Timeline\n\n| Time (UTC) | Time (PT) | Event |\n| --- | --- | --- |\n| 05:12 | ⟦22:‸12⟧ | Outage begins |\n| 06:12 | 23:12 | Fixed |\n`), [
			'**`22:12`** · `T+0m`', '| Zone | Time |', '| **PT** (stated in line 5) | Wed 2024-05-01 22:12 |', '| UTC | Thu 2024-05-02 05:12 |',
		]);
	});

	it('reads a time in a sentence on the day of the incident, in the zone of the document', () => {
		assert.deepEqual(hover(`${HEAD}## Impact\n\nParcels were lost until ⟦10:‸42⟧, 300 of them.\n\n## Timeline (UTC)\n\n- 09:00 Outage begins\n- 10:42 Fixed\n`).slice(0, 3), [
			'**`10:42`** · `T+1h 42m`', '| Zone | Time |', '| **UTC** (stated in line 7) | Thu 2024-05-02 10:42 |',
		]);
	});

	it('reads a field', () => assert.deepEqual(hover(`${HEAD}- **Detected:** ⟦2024-05-02 09:‸04 UTC⟧\n\n## Timeline (UTC)\n\n- 09:00 Outage begins\n- 10:42 Fixed\n`)[0], '**`2024-05-02 09:04 UTC`** · detected · `T+4m`'));

	it('tells times that never came and times that came twice', () => {
		const at = (time: string) => hover(`# Postmortem: parcels lost\n\n## Timeline\n\nAll times are Pacific Time.\n\n- ⟦${time}⟧ a\n- 2024-12-01 09:00 b\n`).at(-1);
		assert.equal(at('2024-03-10 02:‸30'), 'This time never came in America/Los\\_Angeles: clocks were put forward over it. It is read with the offset from before, UTC-8');
		assert.equal(at('2024-11-03 01:‸30'), 'This time came twice in America/Los\\_Angeles: clocks were put back over it. It is read as the first one, UTC-7');
	});

	it('is silent over numbers, in code and behind links', () => {
		for (const text of ['version 10.4‸2 of it', 'ratio 10:‸4', 'see `10:‸42` there', 'took 42‸ minutes', '[a](https://x.example/10:‸42)']) assert.deepEqual(hover(`${HEAD}## Impact\n\nParcels: ${text}.\n`), [], text);
		assert.deepEqual(hover(`${HEAD}## Impact\n\n\`\`\`\n10:‸42 UTC up\n\`\`\`\n`), []);
	});

	it('lets nothing of the document become Markdown', () => {
		const [line] = hover(`${HEAD}## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| ⟦10:‸42⟧ | [x](command:evil) |\n| 10:43 | b |\n`);
		assert.doesNotMatch(line!, /command/);
	});
});
