const WORDS: readonly (readonly [level: number, words: RegExp])[] = [
	[1, /^(?:critical|blocker|highest|urgent)\b/i],
	[2, /^(?:major|high)\b/i],
	[3, /^(?:moderate|medium|minor)\b/i],
	[4, /^low\b/i],
	[5, /^(?:lowest|informational|trivial)\b/i],
];

/** How grave a written severity is, 0 or 1 being the worst; `undefined` where the words do not tell. */
export function severityLevel(written: string): number | undefined {
	const numbered = /^(?:severity|sev|priority|p|s|level)?[\s.:#-]{0,3}(\d)(?!\d)/i.exec(written.trim());
	if (numbered) return Number(numbered[1]);
	return WORDS.find(([, words]) => words.test(written.trim()))?.[0];
}
