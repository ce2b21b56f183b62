/** Postmortems of any length for measuring: varied copies of a full one with tables, the same for the same seed. */
import { randomFrom } from './inputs.mjs';

const SERVICES = ['checkout', 'search', 'media upload', 'login', 'billing', 'notifications', 'catalogue', 'reporting'];
const PEOPLE = ['Noor Haddad', 'Emil Sørensen', 'Ruth Adeyemi', 'Tomás Ferreira', 'Mina Park', 'Jonas Weber', 'Aiko Tanaka', 'Priya Raman'];
const CAUSES = ['a connection pool that was a tenth of its size', 'an expired certificate on the inner proxy', 'a migration that held its lock for too long', 'a cache that was emptied under full load', 'a flag that was meant for one region', 'a retry loop without a limit'];
const EVENTS = ['Error rate passes 5 % on two of nine pods', 'Page sent: "success rate below 95 %"', 'acknowledges the page and opens the channel', 'Rollback of `release-41` starts', 'Queue depth falls below the usual 1,200', 'Customers report a blank page after paying', 'Second region shows the same errors', 'Dashboard of the database is idle, 8 sessions of 80', 'Traffic moved to the standby', 'Old configuration live on all pods', 'Support is told what to answer', 'Lock removed by hand', 'Backlog drained, no message lost', 'Success rate above 99.9 % in all regions'];
const TASKS = ['Give production a configuration of its own', 'Release the lock when a canary ends', 'Refuse a pool below half of the last value', 'Send real traffic to the canary region', 'Alert on wait time before requests fail', 'Practise a revert with a stuck lock', 'Write down who may remove a lock', 'Measure what a full cache miss costs'];
const SENTENCES = [
	'Requests queued until they timed out, and the proxies in front kept retrying them.',
	'The change was reviewed as one of the staging environment, because the pull request touched that folder alone.',
	'Nobody was paged for the first minutes, since the alert looks at the mean over 5 minutes.',
	'Most customers came back within the day; the rest were written to by the support team.',
	'The canary was healthy throughout, for it carries no traffic of this kind.',
	'What helped was a dashboard that one of the responders had built after an earlier incident.',
	'The two teams worked from different copies of the runbook, and only one of them names the lock.',
	'Idempotency keys kept every retry from taking effect twice.',
];

/** About `size` UTF-16 units of postmortems one behind the other; at least one, of about 14,000. */
export function postmortemOf(size: number, seed = 1): string {
	const random = randomFrom(seed);
	const copies: string[] = [];
	for (let length = 0; copies.length === 0 || length < size - 7000; length += copies.at(-1)!.length) copies.push(onePostmortem(random, copies.length));
	return copies.join('\n');
}

function onePostmortem(random: () => number, number: number): string {
	const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
	const upTo = (most: number) => Math.floor(random() * most);
	const two = (value: number) => String(value).padStart(2, '0');
	const service = pick(SERVICES);
	const date = `2025-${two(1 + upTo(12))}-${two(1 + upTo(28))}`;
	const prose = (count: number) => Array.from({ length: count }, () => pick(SENTENCES)).join(' ');
	const list = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1}. ${pick(SENTENCES)}`).join('\n');
	let minute = 8 * 60 + upTo(240);
	const clock = () => `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
	const start = clock();
	const rows = Array.from({ length: 70 }, (_, index) => {
		const row = `| ${clock()} | ${index === 0 ? 'Errors start' : pick(EVENTS)}, seen at ${1 + upTo(9)} of 9 pods | ${pick(PEOPLE)} |`;
		minute += 1 + upTo(6);
		return row;
	});
	const actions = (count: number) => Array.from({ length: count }, () => `| ${pick(TASKS)} | ${random() < 0.05 ? '' : pick(PEOPLE)} | ${pick(['Open', 'Done', 'In progress'])} | 2026-${two(1 + upTo(12))}-${two(1 + upTo(28))} |`).join('\n');
	const table = '| Action | Owner | Status | Due date |\n| ------ | ----- | ------ | -------- |';
	return `# Postmortem ${number + 1}: ${service} down on ${date}

## Facts

- **Date**: ${date}
- **Severity**: SEV${1 + upTo(3)}
- **Status**: Resolved
- **Started**: ${date} ${start} UTC
- **Duration**: ${minute % 60} minutes
- **Incident commander**: ${pick(PEOPLE)}
- **Authors**: ${pick(PEOPLE)}, ${pick(PEOPLE)}

## Summary

The ${service} service failed because of ${pick(CAUSES)}. ${prose(5)}

## Impact

### Customers

- **Failed requests**: ${1000 + upTo(9000)}
- **Customers affected**: about ${500 + upTo(5000)}, of whom ${upTo(400)} wrote to us

${prose(3)}

### Business

${prose(3)}

## Timeline

All times in UTC.

| Time | Event | Who |
| ---- | ----- | --- |
${rows.join('\n')}
| ${clock()} | **Incident declared resolved** | ${pick(PEOPLE)} |

## Detection

${prose(4)}

## Root cause

### What happened

${prose(6)}

\`\`\`yaml
resources:
  - ../staging/pool.yaml
pool:
  size: ${1 + upTo(80)}
\`\`\`

### Contributing factors

${list(4)}

## Resolution

${prose(5)}

## What went well

${list(5)}

## What went wrong

${list(6)}

## Action items

### P0

${table}
${actions(5)}

### P1

${table}
${actions(8)}

### P2

${table}
${actions(8)}

## Lessons learned

### A path is not a boundary

${prose(5)}

### A canary must see the traffic that matters

${prose(5)}

## Appendix

> ${pick(SENTENCES)}

- [Runbook](../runbooks/${upTo(99)}.md)
- **Change**: \`${upTo(2 ** 28).toString(16)}\`
`;
}
