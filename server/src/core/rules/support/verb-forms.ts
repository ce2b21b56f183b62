/** Base forms of the verbs that hindsight is told with: `should have noticed` → `notice`. */

/** Participles whose base cannot be told from their ending. */
const IRREGULAR: Readonly<Record<string, string>> = {
	been: 'be', begun: 'begin', broken: 'break', brought: 'bring', built: 'build', bought: 'buy', caught: 'catch', chosen: 'choose', come: 'come', done: 'do', drawn: 'draw', driven: 'drive', fallen: 'fall', felt: 'feel', found: 'find', forgotten: 'forget', gone: 'go', given: 'give', grown: 'grow', had: 'have', held: 'hold', kept: 'keep', known: 'know', led: 'lead', left: 'leave', lost: 'lose', made: 'make', meant: 'mean', met: 'meet', paid: 'pay', seen: 'see', sent: 'send', shown: 'show', shut: 'shut', spoken: 'speak', spent: 'spend', stood: 'stand', taken: 'take', taught: 'teach', thought: 'think', told: 'tell', understood: 'understand', woken: 'wake', worn: 'wear', written: 'write', rung: 'ring', thrown: 'throw', rewritten: 'rewrite', withdrawn: 'withdraw', rerun: 'rerun', cancelled: 'cancel', foreseen: 'foresee', overseen: 'oversee',
};
const REGULAR: readonly string[] =
	'account acknowledge act add alert allow answer anticipate apply approve ask audit automate avoid back block call cancel change check clean close communicate compare complete configure confirm consider consult contact contain coordinate correct cover create deal declare delay delete deliver deploy detect disable discover discuss document double-check drain enable enforce engage ensure escalate estimate expect expire fail fire fix flag follow guard halt happen identify ignore implement inform inspect install investigate involve isolate land limit listen lock log look lower manage measure merge mention migrate mitigate monitor move need notice notify observe open order page pause perform plan prepare prevent process propagate protect pull push question raise react realise realize receive recheck recognise recognize record recover reduce refer reject release remember remove renew repair replace reply report request require resolve respond restart restore restrict retry return reveal revert review revoke roll rotate save scale schedule search separate shift ship skip slow spot stage start stop store succeed surface switch test throttle track train trigger try turn type update upgrade use validate verify wait warn watch work worry'.split(' ');
/** Verbs that write their last letter twice: `stopped`. */
const DOUBLING: ReadonlySet<string> = new Set(['flag', 'log', 'plan', 'refer', 'ship', 'skip', 'slip', 'spot', 'stop']);
const BY_PARTICIPLE: ReadonlyMap<string, string> = new Map([...REGULAR.map((base) => [participleOf(base), base] as const), ...Object.entries(IRREGULAR)]);

/** The base of a participle, in lower case; `undefined` for words that are not known to be one. */
export function baseOfParticiple(word: string): string | undefined {
	return BY_PARTICIPLE.get(word.toLowerCase());
}

function participleOf(base: string): string {
	if (base.endsWith('e')) return `${base}d`;
	if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
	return DOUBLING.has(base) ? `${base}${base.at(-1)!}ed` : `${base}ed`;
}
