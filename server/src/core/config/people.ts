/** People as a config writes them. */
import type { Person } from './config';

/** `Ana Ruiz`, `@ana`, `Ana Ruiz (@ana)`, `Ana Ruiz <ana@example.com>`; a handle alone is the name, too. */
export function personOf(written: string): Person {
	let name = written.trim();
	const email = /<([^<>\s@]*@[^<>\s]*)>\s*$/.exec(name);
	if (email) name = name.slice(0, email.index).trim();
	const handle = /\(@([^()\s]+)\)\s*$/.exec(name);
	if (handle) name = name.slice(0, handle.index).trim();
	const alone = /^@(\S+)$/.exec(name);
	const found = handle?.[1] ?? alone?.[1];
	return { name: alone ? alone[1]! : name || (found ?? email?.[1] ?? written), handle: found, email: email?.[1] };
}
