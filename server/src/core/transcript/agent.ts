/** Who did it, in the words of an activity log: `Acknowledged by Mara Voss via mobile`. */

const DEED = /\b(?:acknowledged|resolved|triggered|reassigned|escalated|added|closed|snoozed|created|updated|merged|assigned) by /i;
const AGENT = /^(?:\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2}|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4})(?![\p{L}\p{N}])/u;

export function agentOf(text: string): string | undefined {
	const deed = DEED.exec(text.slice(0, 200));
	return deed ? AGENT.exec(text.slice(deed.index + deed[0].length))?.[0] : undefined;
}
