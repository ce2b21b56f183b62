/** The constructions of blame, found in a text: a person as the cause, hindsight, errors called human, words of reproach. */
import { isPersonName } from '../../postmortem/actions/person-name';
import { withoutEnd } from '../../postmortem/actions/cut-tags';
import { lowerCased } from '../../text/lower';
import type { TextSpan } from '../../text/span';
import { GIVEN_NAMES } from './given-names';
import { baseOfParticiple } from './verb-forms';

export type Construction = 'omission' | 'should have' | 'could have' | 'if only' | 'human error' | 'person' | 'reproach';

export interface Blame {
	readonly construction: Construction;
	readonly span: TextSpan;
}

/** A construction in lower case, and a cheap look for what every one of its forms has in it. */
interface Wording {
	readonly hint: RegExp;
	readonly words: RegExp;
}

/** A cheap look before all others. */
const HINT = /fail|forg|neglect|should|ought|could|if only|error|mistake|caused|due to|because of|careless|negligen|reckless|sloppy|incompeten|attenti|lack of|blame|fault|accidental|inadvert|erroneous|wrongly|incorrectly|unintention|messed|screwed|broke|crashed|misconfig|overlook|ignored|missed|fat-|botched|mishandl|misread|misjudg|panicked|took|brought|irrespons|stupid|foolish|human|humain|menschlich|menneske|hätte|fahrlässig|debería|olvid|deveria|esquec|aurai|aurion|oubli|burde|glemte|ヒューマン|人為|べき|怠|忘れ|不注意|人为|本应|疏忽|휴먼|인적|했어야|부주의/;

const OMISSION: Wording = {
	hint: /fail|forg|neglect/,
	words: /(?<![\p{L}\p{N}])(?:(failed to|fails to|failing to)|forgot to|forgets to|forgetting to|forgotten to|forgot about|neglected to|neglects to|neglecting to)(?![\p{L}\p{N}])/gu,
};
const FAILURE: Wording = {
	hint: /failure to/,
	words: /(?<![\p{L}\p{N}])(?:our|his|her|my|their|\p{L}{2,20}['’]s) failure to(?![\p{L}\p{N}])/gu,
};
const SHOULD: Wording = {
	hint: /should|ought to/,
	words: /(?<![\p{L}\p{N}])(?:should|ought to)(?:['’]ve|n['’]t(?: ever)? have| (?:(?:not|never|also|already|really|probably|definitely|certainly|at least|clearly|obviously|always) ){0,2}have)(?: (?:also|already|never|immediately|first|at least|probably|ideally))?(?= (\p{L}{3,16}(?:-\p{L}{2,8})?)(?!\p{L}))/gu,
};
const COULD: Wording = {
	hint: /(?:could|might)(?:['’]ve| .{0,40}have) /,
	words: /(?<![\p{L}\p{N}])(?:could|might)(?:['’]ve| (?:(?:also|easily|possibly|probably|potentially|perhaps|definitely|certainly) ){0,2}have)(?= (?:(?:been|also|easily|probably|potentially) ){0,2}(?:addressed|avoided|averted|prevented|caught|detected|noticed|shortened|discovered|spotted|foreseen|anticipated|(?<=been )(?:mitigated|fixed|handled|resolved|stopped|identified|found)|done (?:better|more|something|differently|a better)|(?:handled|communicated|responded|acted|escalated|reacted|fixed|found|identified|mitigated|resolved|stopped|rolled back|recovered) (?:\p{L}{2,14} ){0,4}?(?:better|sooner|earlier|faster|quicker|more quickly|in time)|better|faster|quicker|clearer|smoother|sooner|earlier|more (?!severe|serious|damag|harm)\p{L}{4,12})(?!\p{L}))/gu,
};
const IF_ONLY: Wording = {
	hint: /if only/,
	words: /(?<!\p{L})(?<!even )if only(?= (?:[\p{L}’']{1,15} ){1,3}had )/gu,
};
const HUMAN_ERROR: Wording = {
	hint: /(?:human|operator|pilot|engineer|developer|admin|administrator|manual|people)[- ](?:err|mis|fail)|human[oa]|humaine|menschlich|menneskelig|ヒューマン|人為|人为|휴먼|인적/,
	words: /(?<![\p{L}\p{N}-])(?:(?:human|operator|pilot|engineer|developer|admin|administrator|manual|people)[- ](?:errors?|mistakes?|failures?)(?! (?:rate|handling|handler|message|page|code|log|budget|report|track|class))|errores? humanos?|error humano|erros? humanos?|erreurs? humaines?|menschliche[rsn]? (?:fehler|versagen)|menneskelige? (?:feil|svikt))(?!\p{L})|ヒューマンエラー|人為的な?(?:ミス|エラー|過失)|人为的?(?:失误|错误|疏忽|因素)|휴먼 ?에러|인적 ?(?:오류|실수|과실)/gu,
};
const REPROACH: Wording = {
	hint: /careless|negligen|reckless|slopp|incompeten|irrespons|inattent|stupid|foolish|silly|dumb|rookie|embarrassing|paying attention|lack of|fat[- ]finger|descuido|negligên|négligen|fahrlässig|uaktsom|不注意|怠|疏忽|부주의/,
	words: /(?<![\p{L}\p{N}])(?:careless(?:ly|ness)?|negligen(?:ce|t|tly)|reckless(?:ly|ness)?|slopp(?:y|ily|iness)|incompeten(?:t|ce)|irresponsibl[ey]|inattenti(?:on|ve|veness)|stupid(?:ly|ity)?|foolish(?:ly|ness)?|(?:silly|dumb|rookie|stupid|careless|embarrassing) (?:mistake|error)s?|(?:not|wasn['’]t|weren['’]t) paying attention|lack of (?:attention|care|diligence|discipline)|fat[- ]finger(?:ed|ing|s)?|negligencia|descuido|negligência|négligence|fahrlässig(?:keit)?|uaktsomhet)(?!\p{L})|不注意|怠った|怠って|疏忽|부주의/gu,
};
const BLAMED: Wording = {
	hint: /to blame|at fault|mistake|error|fault|negligence|oversight|carelessness|incompetence/,
	words: /(?<![\p{L}\p{N}])(?:(?:is|was|are|were|be) (?:solely |entirely |partly |largely )?(?:to blame|at fault)|(?:his|her|their|my) (?:own )?(?:mistake|error|fault|negligence|oversight)|\p{L}{2,15}['’]s (?:\p{L}{3,14} )?(?:mistake|error|fault|negligence|oversight|carelessness|incompetence))(?!\p{L})/gu,
};
/** Hindsight in other languages. */
const HINDSIGHT: Wording = {
	hint: /deber|debi|olvid|dever|esquec|aurai|oublié|glemte|burde|hätte|べき|本应|했어야/,
	words: /(?<!\p{L})(?:(?:debería|deberían|deberíamos|debió|debieron|debimos) haber(?:se|lo|la)? \p{L}{3,16}[dt]o|olvid(?:ó|aron|amos|é) \p{L}{3,14}r|(?:deveria|deveriam|deveríamos) ter \p{L}{3,16}d[oa]|esquec(?:eu|eram|emos) de|aurai(?:t|ent|s) (?:pas )?dû|aurions (?:pas )?dû|a(?:vons|vait|ont)? oublié de|glemte å|burde (?:vi |de |han |hun )?(?:ha|vært))(?!\p{L})|hätten?(?!\p{L})(?=[^.!?;\n]{1,90} (?:sollen|müssen)(?!\p{L}))|べきだった|べきでした|本应该?|했어야/gu,
};

const CAUSE: Wording = {
	hint: /caused by|due to|because of|thanks to|fault of|blame/,
	words: /(?<!\p{L})(?:caused by|due to|because of|thanks to|fault of|blamed on|blame (?:lies |rests )?(?:with|on)) /gu,
};
const CULPABLE: Wording = {
	hint: /(?:al|en|t|us|ong|ect|ing|ess)ly |made |messed up|screwed up|broke|caused|crashed|misconfigured|overlooked|ignored|missed|botched|mishandled|misread|misjudged|panicked|took|brought|did(?: not|n['’]t) /,
	words: /(?<!\p{L})(?:(?:accidentally|mistakenly|inadvertently|erroneously|wrongly|incorrectly|unintentionally|unknowingly|carelessly|recklessly) (?:\p{L}{2,14}ed|ran|set|put|left|made|took|sent|shut|gave|wrote|built)|made (?:an?|the|this|that|another) (?:\p{L}{3,14} )?(?:mistake|error|typo)|messed up|screwed up|broke|caused|crashed|misconfigured|overlooked|ignored|missed|botched|mishandled|misread|misjudged|panicked|(?:took|brought) (?:down|(?:the|our) (?:\p{L}{2,16} ){1,2}down)|did(?: not|n['’]t) (?:bother|think|care|pay attention|double-check))(?!\p{L})/gu,
};

/** What speaks against blame: it is denied, or guarded against. */
const DENIED = /(?<!\p{L})(?:not|stop(?:ped|s)? at|no|never|without|nor|neither|rather than|instead of|than|isn['’]t|wasn['’]t|aren['’]t|weren['’]t|don['’]t|whether|any|reduc\p{L}{1,5}|prevent\p{L}{0,5}|avoid\p{L}{0,3}|minimi[sz]\p{L}{1,4}|eliminat\p{L}{1,4}|risks? of|prone to|potential for|possibility of|protect\p{L}{0,4} against|guard\p{L}{0,3} against|room for|chances? of|catch\p{L}{0,3}|resilient to|susceptible to|tolerat\p{L}{1,4}|evitar|éviter|vermeiden|zonder)(?: (?:to|the|for|of|an?|in|this|that|simple|such|further|future|possible|potential|similar|was|about|against|on|from|all|more|de|los|el|les|der|die)){0,3} $|(?:blameless|no[- ]blame)[^.!?\n]{0,40}$/u;

/** A comparison or an expectation is no hindsight. */
const NOT_MEANT = /(?<!\p{L})(?:than|as|believed|assumed|expected|thought)(?: that)?(?: \p{L}+){0,3} $/u;
/** `no data should have been lost` says what is expected. */
const NEGATED = /(?<!\p{L})(?:no|nothing|none|neither|nobody)(?: \p{L}+){0,3} $/u;
const NOTHING_COULD = /(?<!\p{L})(?:what|how|where|who|which)(?: \p{L}+){0,3} $|(?:^|[.!?] )(?:no|nothing|none|neither|nobody) [^.!?]*$/u;

const PEOPLE = 'engineers?|developers?|administrators?|admins?|sysadmins?|dbas?|interns?|technicians?|employees?|contractors?|colleagues?|teammates?|team members?|programmers?|staff members?|junior|release manager|incident commander|person|human|on-?call';
const ROLE = new RegExp(String.raw`(?<!\p{L})(?:the|an?|our|one of (?:the|our)|another|that|this|some)(?: [\p{L}-]{1,16}){0,2}? (?:${PEOPLE})$|(?:^|[.!?:;,]\s{1,2})(?:${PEOPLE})$`, 'u');
const ROLE_AHEAD = new RegExp(String.raw`^(?:the|an?|our|one of (?:the|our)|another) (?:[\p{L}-]{1,16} ){0,2}?(?:${PEOPLE})(?![\p{L}-])`, 'u');
const TEAM = /(?<!\p{L})(?:(?:the|our|another|that|this)(?: [\p{L}-]{1,16}){0,2}? (?:team|teams|staff|responders?|group|company|management|leadership)|someone|somebody|nobody|no one|everyone|people)$/u;
const PRONOUN = /(?<![\p{L}’'])(?:he|she)$/u;
const WE = /(?<![\p{L}’'])(?:we|I|you)$/u;
const WE_CAPITAL = /(?<![\p{L}’'])We$/u;
const NAMED = /(?<![\p{L}\p{N}@.])((?:\p{Lu}[\p{L}’'-]{1,16} )?\p{Lu}[\p{L}’'-]{1,16})$/u;
const ADVERBS = /(?: (?:also|then|simply|just|again|initially|had|has|have|who|completely|repeatedly|unfortunately|subsequently|later|even|really|both|all|apparently|clearly|still|once|that day)){1,3}$/u;
/** What people fail to do, and machines do not. */
const HUMAN_VERB = /^ (?:notice|reali[sz]e|understand|consider|follow|communicate|anticipate|review|ask|remember|double-check|think|inform|escalate|document|coordinate|foresee|recogni[sz]e|check|verify|test|read|pay|tell|investigate|appreciate|learn|plan|prepare|monitor|update|mention|raise|consult|account for)(?!\p{L})/u;
/** Behind a participle these show that it is a verb: `should have added the test`, but `should have automated tests`. */
const OBJECT_FOLLOWS = /^ \p{L}+(?:-\p{L}+)?(?:$|[.,;:!?)*_]|\s[-–—(]| (?:the|an?|this|that|these|those|it|us|them|him|her|you|me|our|their|his|its|my|your|all|any|each|every|no|both|in|on|to|by|at|for|from|with|into|before|after|when|while|until|as|if|because|since|without|through|over|up|out|off|down|back|away|about|sooner|earlier|faster|better|more|immediately|first|again|much|already|automatically|instead|there|here|what|how|why|whether|and|or|but)(?!\p{L}))/u;
const HARDLY_ADJECTIVE = /^(?:caught|noticed|checked|done|gone|seen|made|taken|given|kept|reali[sz]ed|paged|asked|rolled|communicated|waited|escalated|started|stopped|responded|thought|told|understood|found|added|followed|acted|called|informed|notified|prevented|alerted|fired|triggered|happened|failed)$/;

/** Whether it is worth a closer look. */
export function mayBlame(text: string): boolean {
	return HINT.test(lowerCased(inOneLine(text)));
}

/** @param known people whom the document names, in lower case. */
export function blameIn(text: string, known: ReadonlySet<string>): Blame[] {
	const source = inOneLine(text);
	const lower = lowerCased(source);
	const names = (word: string) => known.has(word.toLowerCase()) || GIVEN_NAMES.has(word.split(' ')[0]!.toLowerCase());
	const found: Blame[] = [];
	each(OMISSION, 'omission', ({ match, before, behind }) => match[1] === undefined || isPerson(before, 'any') || (HUMAN_VERB.test(behind) && NAMED.test(bare(before)) && isPersonName(NAMED.exec(bare(before))![1]!, known) && /\s/.test(NAMED.exec(bare(before))![1]!)));
	each(FAILURE, 'omission', ({ match: [written] }) => /^(?:our|his|her|my|their)/.test(written) || names(written.split(/['’]/)[0]!) || /engineer|developer|operator|team|admin|staff/.test(written));
	each(SHOULD, 'should have', ({ match, lead, behind }) => !NOT_MEANT.test(lead) && !NEGATED.test(lead) && isHindsight(match[1]!, lead, behind));
	each(COULD, 'could have', ({ lead }) => !NOTHING_COULD.test(lead));
	each(IF_ONLY, 'if only', () => true);
	each(HUMAN_ERROR, 'human error', ({ lead }) => !DENIED.test(lead));
	each(REPROACH, 'reproach', ({ lead }) => !DENIED.test(lead));
	each(BLAMED, 'person', ({ match, before, lead }) => !DENIED.test(lead) && (/^(?:is|was|are|were|be) /.test(match[0]) ? isPerson(before, 'any') : isOwned(match[0])));
	each(HINDSIGHT, 'should have', () => true);
	for (const match of matchesOf(CAUSE)) {
		const end = match.index + match[0].length;
		const person = personAt(source.slice(end, end + 60));
		if (person > 0 && !DENIED.test(lower.slice(Math.max(0, match.index - 60), match.index))) found.push({ construction: 'person', span: { start: match.index, end: end + person } });
	}
	each(CULPABLE, 'person', ({ before }) => isPerson(before, 'one'));
	return found.sort((a, b) => a.span.start - b.span.start).filter(({ span }, index, all) => !all.some((other, place) => other.span.start <= span.start && span.end <= other.span.end && (other.span.end - other.span.start > span.end - span.start || place < index)));

	function matchesOf({ hint, words }: Wording): Iterable<RegExpExecArray> {
		return hint.test(lower) ? lower.matchAll(words) : [];
	}

	function each(wording: Wording, construction: Construction, isBlame: (around: Around) => boolean): void {
		for (const match of matchesOf(wording)) {
			const end = match.index + match[0].length;
			const start = Math.max(0, match.index - 80);
			if (isBlame({ match, before: source.slice(start, match.index), lead: lower.slice(start, match.index), behind: lower.slice(end, end + 80) })) found.push({ construction, span: { start: match.index, end } });
		}
	}

	/** Whether the words before a verb end with a person; `any` takes teams and "we" for one. */
	function isPerson(before: string, whom: 'one' | 'any'): boolean {
		const subject = bare(before);
		const lowerSubject = lowerCased(subject);
		if (PRONOUN.test(lowerSubject) || ROLE.test(lowerSubject)) return true;
		if (whom === 'any' && (WE.test(subject) || WE_CAPITAL.test(subject) || TEAM.test(lowerSubject))) return true;
		const named = NAMED.exec(subject)?.[1];
		return named !== undefined && (names(named) || names(named.split(' ').at(-1)!));
	}

	function isOwned(written: string): boolean {
		const owner = /^(\p{L}+)['’]s /u.exec(written)?.[1];
		return owner === undefined || names(owner) || /^(?:engineer|developer|operator|administrator|admin|intern|contractor|technician|colleague|teammate|employee)$/.test(owner);
	}

	/** How many characters of a person the words begin with. */
	function personAt(words: string): number {
		const role = ROLE_AHEAD.exec(lowerCased(words));
		if (role) return role[0].length;
		const name = /^\p{Lu}[\p{L}’'-]{1,16}(?: \p{Lu}[\p{L}’'-]{1,16})?(?!\p{L})/u.exec(words);
		return name && names(name[0].replace(/['’]s$/, '')) ? name[0].length : 0;
	}
}

function inOneLine(text: string): string {
	return text.replace(/[\r\n\t]/g, ' ');
}

/** A match with the text on both sides of it. */
interface Around {
	readonly match: RegExpExecArray;
	readonly before: string;
	/** The same in lower case. */
	readonly lead: string;
	/** In lower case. */
	readonly behind: string;
}

/** Without the adverbs and helping verbs between a subject and its verb. */
function bare(before: string): string {
	const subject = before.trimEnd();
	const adverbs = ADVERBS.exec(lowerCased(subject));
	return withoutEnd(adverbs ? subject.slice(0, adverbs.index) : subject, '*_`');
}

/** In lower case, all of it. */
function isHindsight(participle: string, before: string, behind: string): boolean {
	if (participle === 'been') return true;
	if (baseOfParticiple(participle) === undefined && !participle.endsWith('ed')) return false;
	if (OBJECT_FOLLOWS.test(behind)) return true;
	return HARDLY_ADJECTIVE.test(participle) && /(?<!\p{L})(?:we|he|she|they|i|you|it|someone)\s$/u.test(before);
}
