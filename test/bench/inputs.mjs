// Generated inputs: postmortems, YAML of the same size, archives on disk. The same seed gives the same text everywhere.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SERVICES = ['checkout', 'session store', 'image resizer', 'search gateway', 'invoice export', 'push relay', 'login form', 'tax service', 'stock feed', 'mail queue'];
const TEAMS = ['Payments', 'Identity', 'Media', 'Search', 'Billing', 'Platform'];
const PEOPLE = ['Noor Haddad', 'Emil Sørensen', 'Ana Lucía Prieto', 'Tomasz Wilk', 'Yuki Tanaka', 'Chidi Okafor', 'Maren Vogt', 'Ravi Menon'];
const CAUSES = ['a connection pool that was smaller than the number of workers', 'a certificate that nobody renewed', 'a cache key without the tenant in it', 'a retry without a pause', 'a migration that took a lock on the busiest table', 'a flag that was read once at start'];
const WORDS = 'after before while the a new old slow second first request worker queue limit alarm graph page deploy node region cache lock retry batch index token header timeout customer order engineer dashboard runbook threshold replica backlog partition handler'.split(' ');
const SUBJECTS = ['The error rate', 'The primary replica', 'A dashboard of the team', 'The canary', 'One region', 'The queue', 'An engineer on call', 'The oldest node', 'Support', 'The load balancer'];
const VERBS = ['climbed past the alarm', 'was restarted', 'stopped answering', 'showed a flat line', 'was rolled back', 'took over the traffic', 'was drained by hand', 'fell behind by minutes', 'recovered without help', 'was put behind a flag'];
const ACTIONS = ['Add an alarm on', 'Write a runbook for', 'Put a limit on', 'Test the restore of', 'Remove the second copy of', 'Show the state of', 'Rehearse the loss of'];

/** Numbers in [0, 1) that only the seed decides (mulberry32). */
export function randomFrom(seed) {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** Chooses words and numbers for one document. */
class Writer {
	#random;
	constructor(seed) {
		this.#random = randomFrom(seed);
	}
	below(limit) {
		return Math.floor(this.#random() * limit);
	}
	one(list) {
		return list[this.below(list.length)];
	}
	sentence() {
		const tail = Array.from({ length: 4 + this.below(9) }, () => this.one(WORDS)).join(' ');
		return `${this.one(SUBJECTS)} ${this.one(VERBS)}, ${tail}${this.below(6) === 0 ? ` (\`${this.one(WORDS)}-${this.below(90)}\`)` : ''}.`;
	}
	paragraph(sentences) {
		return Array.from({ length: sentences }, () => this.sentence()).join(' ');
	}
}

const two = (number) => String(number).padStart(2, '0');
const clock = (minutes) => `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;

/** A whole postmortem with tables, lists and two zones, about as long as asked for (in characters, 3,000 at least). */
export function postmortem(seed, length = 14_000) {
	const write = new Writer(seed);
	const service = write.one(SERVICES);
	const year = 2021 + write.below(5);
	const month = 4 + write.below(6); // CEST is in force
	const day = 1 + write.below(28);
	const date = `${year}-${two(month)}-${two(day)}`;
	const started = 60 + write.below(900);
	const scale = Math.max(1, (length - 1_900) / 850);
	const rows = Math.round(3 + 2.2 * scale);
	const minutes = [];
	for (let at = started, row = 0; row < rows; row++, at += 1 + write.below(7)) minutes.push(at);
	const ended = minutes.at(-1);
	const phases = new Map([[0, 'Impact began:'], [Math.max(1, Math.round(rows * 0.1)), 'Detected:'], [Math.round(rows * 0.6), 'Mitigated:'], [rows - 1, 'Resolved:']]);
	const timeline = minutes.map((at, row) => `| ${clock(at)} | ${clock(at + 120)} | ${phases.get(row) ?? ''} ${write.sentence()} | ${write.one(PEOPLE)} |`.replace('|  ', '| '));
	const bullets = (count) => Array.from({ length: count }, () => `- ${write.sentence()}`);
	const many = (base) => Math.max(1, Math.round(base * scale));
	const parts = [
		`# Postmortem: ${service} unavailable on ${date}`,
		'',
		'| Field | Value |',
		'| --- | --- |',
		`| Date | ${date} |`,
		`| Severity | SEV${1 + write.below(3)} |`,
		'| Status | Resolved |',
		`| Authors | ${write.one(PEOPLE)}, ${write.one(PEOPLE)} |`,
		`| Team | ${write.one(TEAMS)} |`,
		`| Duration | ${ended - started} minutes |`,
		'',
		'## Summary',
		'',
		`On ${date} the ${service} was unavailable for ${ended - started} minutes because of ${write.one(CAUSES)}. ${write.paragraph(2)}`,
		'',
		'## Impact',
		'',
		write.paragraph(many(0.6)),
		'',
		`- **Requests lost:** ${1_000 + write.below(90_000)}`,
		`- **Customers affected:** ${10 + write.below(4_000)}`,
		...bullets(many(0.4)),
		'',
		'## Timeline',
		'',
		'| UTC | CEST | Event | Who |',
		'| --- | --- | --- | --- |',
		...timeline,
		'',
		'## Root cause',
		'',
		...Array.from({ length: many(0.5) }, () => [write.paragraph(3), '']).flat(),
		'```yaml',
		`pool: { size: ${write.below(40)}, wait: ${write.below(30)}s }`,
		`workers: ${write.below(200)}`,
		'```',
		'',
		'## Five whys',
		'',
		...Array.from({ length: 5 }, (_, index) => `${index + 1}. Why? ${write.sentence()}`),
		'',
		'## Detection and response',
		'',
		...Array.from({ length: many(0.3) }, () => [write.paragraph(2), '']).flat(),
		'### What went well',
		'',
		...bullets(many(0.5)),
		'',
		'### What went wrong',
		'',
		...bullets(many(0.6)),
		`  - ${write.sentence()}`,
		'',
		'### Where we got lucky',
		'',
		...bullets(many(0.3)),
		'',
		'## Action items',
		'',
		'| Action | Owner | Priority | Due | Status |',
		'| --- | --- | --- | --- | --- |',
		...Array.from({ length: many(1) }, () => `| ${write.one(ACTIONS)} the ${write.one(SERVICES)} | ${write.one(PEOPLE)} | P${write.below(4)} | ${year + 1}-${two(1 + write.below(12))}-${two(1 + write.below(28))} | ${write.one(['Open', 'Done', 'In progress'])} |`),
		'',
		'## References',
		'',
		`- [Dashboard](https://graphs.example.com/d/${write.below(9_999)})`,
		`- [Ticket ${write.below(9_999)}](https://tickets.example.com/${write.below(9_999)})`,
		'',
	];
	return parts.join('\n');
}

/** Varied postmortems behind each other in one document, up to a length in characters. */
export function longDocument(length, seed = 7) {
	const parts = [postmortem(seed, Math.min(length, 14_000))];
	for (let total = parts[0].length; length - total > 3_000; total += parts.at(-1).length) {
		parts.push(postmortem(seed + parts.length, Math.min(14_000, length - total)));
	}
	return parts.join('\n');
}

/** A list of records in YAML, up to a length in characters. */
export function yamlDocument(length, seed = 7) {
	const parts = ['incidents:'];
	for (let total = 0, index = 0; total < length; index++) {
		const write = new Writer(seed + index);
		const record = [
			`  - title: ${write.one(SERVICES)} unavailable`,
			`    severity: SEV${1 + write.below(4)}`,
			`    owner: ${write.one(PEOPLE)}`,
			'    timeline:',
			...Array.from({ length: 6 }, () => `      - { time: "${clock(write.below(1_440))}", event: "${write.sentence().replaceAll(/[`(),]/g, '')}" }`),
			'    actions:',
			...Array.from({ length: 3 }, () => `      - text: ${write.one(ACTIONS)} the ${write.one(SERVICES)}\n        done: ${write.below(2) === 0}`),
		].join('\n');
		parts.push(record);
		total += record.length;
	}
	return `${parts.join('\n')}\n`;
}

/** Lines of a timeline in prose and lists, times in many forms: what the readers of times have most work with. */
export function timesDocument(length, seed = 7) {
	const write = new Writer(seed);
	const parts = ['# Postmortem: times in every form', '', 'All times in UTC. Date: 2024-03-07', '', '## Timeline', ''];
	let total = 0;
	for (let at = 0; total < length; at += 1 + write.below(3)) {
		const [hour, minute] = [Math.floor(at / 60) % 24, at % 60];
		const forms = [clock(at), `${clock(at)} UTC`, `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`, `${clock(at)}:30`, `2024-03-${two(7 + Math.floor(at / 1440) % 20)} ${clock(at)}`, `${clock(at)} - ${clock(at + 4)}`];
		const line = `- ${write.one(forms)} ${write.sentence()}${write.below(4) === 0 ? ` It lasted ${1 + write.below(50)} minutes, until ${clock(at + 9)}.` : ''}`;
		parts.push(line);
		total += line.length + 1;
	}
	return `${parts.join('\n')}\n`;
}

/** A folder with that many postmortems of 3 to 14 KB, 100 in each folder; kept from one run to the next. */
export function archive(root, count) {
	const folder = path.join(root, `archive-v1-${count}`);
	if (existsSync(folder)) return folder;
	const making = `${folder}.${process.pid}`;
	rmSync(making, { recursive: true, force: true });
	for (let index = 0; index < count; index++) {
		const below = path.join(making, 'postmortems', two(Math.floor(index / 100)));
		if (index % 100 === 0) mkdirSync(below, { recursive: true });
		writeFileSync(path.join(below, `${two(index % 100)}.md`), postmortem(1_000 + index, 3_000 + ((index * 7919) % 9_000)));
	}
	renameSync(making, folder);
	return folder;
}
