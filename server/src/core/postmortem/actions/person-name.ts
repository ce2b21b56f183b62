/** Whether words that stand where an owner may stand name a person or a team. */

/** One to three words with capitals: `Ana`, `Ana Ruiz`, `J. Doe`, `Anne-Marie O'Neil`, `van der Berg` within. */
export const NAME = String.raw`\p{Lu}[\p{L}'’.-]{0,24}(?:\s(?:(?:van|von|de|der|den|del|da|dos|bin|al|el|la|le)\s){0,2}\p{Lu}[\p{L}'’.-]{0,24}){0,2}`;

const TEAM = /(?:^|\s)(?:teams?|squad|crew|guild|equipo|équipe|equipe|チーム|团队|小组|팀)$|^(?:the )?(?:sre|sres|sre team|dev ?ops|secops|netops|infra|ops|qa|dba|dbas|noc|soc|it|everyone|all|on-?call|(?:platform|backend|frontend|front-end|back-end|infrastructure|security|engineering|operations|data|network|database|support|product|mobile|web|release|core|api|payments?|identity|observability|reliability|cloud)(?:[ -](?:team|engineering|eng|ops|squad|leads?))?)$/iu;

/** Words with a capital that are no names, in the place of one. */
const NO_NAME = new Set(
	(
		'action actions item items task tasks note notes optional required done todo open closed planned pending completed accomplished resolution resolved mitigated final draft deferred blocked ongoing new old high medium low critical urgent immediate short long term now later soon never always stretch follow followup prevent mitigate detect process prevention detection mitigation improvement improvements monitoring alerting alert alerts test tests testing code review docs documentation runbook runbooks dashboard dashboards training communication automation tooling tools tool script scripts job jobs hook cron check checks checklist system service services server servers client database cache queue api app application cluster node nodes pod pods network backend frontend infrastructure infra deployment deployments release releases rollback config configuration policy policies rule rules limit limits quota strategy plan plans option bot ticket tickets issue issues page pages step steps phase sprint quarter week month day year today tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december spring summer autumn winter production staging dev prod test qa customer customers user users people everyone nobody engineers engineer developers developer operators operator management manager leadership support vendor provider company business product legal finance security team teams we you they it he she this that these those there here who what when where why how in on at by of to with without from into progress all any some each every none nothing something everything someone anyone ' +
		'add adopt adjust align allow amend analyse analyze apply ask assess attempt audit automate avoid back backport begin block bring build bump cap capture change check clarify clean cleanup collect commit communicate complete conduct configure confirm connect consider consolidate continue contribute convert cover create cut debug decide decrease define delete deliver deploy deprecate design determine develop disable discuss distribute document double drain drop educate eliminate enable encrypt enforce enhance ensure escalate establish evaluate examine expand explore expose extend find finish fix follow formalize gather generate get give grant harden have hire hold identify implement improve include increase inform install instrument integrate introduce inventory investigate isolate keep learn limit link list load lock log look lower maintain make manage map measure meet merge migrate minimize modify monitor move need notify onboard optimize organize own patch perform ping pin plan prepare prevent prioritize promote propose protect provide provision publish push put raise read rebuild reconcile record recover redesign reduce refactor refresh register remember remind remove rename replace report reproduce request require research restart restore restrict retire return revert review revise revisit rework roll rotate route run scale schedule scope see seek send separate set setup share ship show simplify simulate split stabilize standardize start stop store streamline strengthen study subscribe support switch sync tag take talk teach test think throttle tighten track train transition trigger try tune turn understand update upgrade use validate verify version want warn watch wire work write ' +
		'aws azure gcp google amazon microsoft github gitlab bitbucket jira slack pagerduty opsgenie datadog grafana prometheus kubernetes docker helm terraform ansible puppet chef jenkins nginx apache haproxy envoy istio redis memcached postgres postgresql mysql mariadb mongodb mongo cassandra kafka rabbitmq elasticsearch kibana logstash vault consul etcd linux ubuntu debian windows python java javascript typescript node golang rust ruby rails php cloudflare cloudfront fastly akamai lambda dynamodb route dns http https tls ssl ssh tcp udp json yaml sql html css api sdk cli ui ux ci cd cicd vpc iam rds sns sqs eks gke aks acl acls sla slo slos slas kpi mttr rpo rto cpu ram gpu disk memory id url uri qa poc mvp tbd tba tbc wip eod eow asap fyi n/a na ' +
		'el la los las un una le les der die das ein eine en et il lo se no si con por para sin que como más alta media baja crítica pendiente hecho resuelto'
	).split(' '),
);
/** Endings of English words that are made of others. Names with them are rare, and stand with a second name. */
const WORD_ENDING = /(?:ing|tions?|sions?|ments?|ness|ity|able|ible|ful|less|ously|ance|ence|ized|ised|ated|ished|pleted|ology|ware|base|stack|board|book|list|flow|line|point|time|check|test|script)$/i;
const PLURAL = /[^saeiou]s$/i;
const NAMES_ENDING_IN_S = /^(?:james|charles|thomas|carlos|nicolas|nicholas|lucas|marcus|markus|andreas|tobias|matthias|elias|jonas|tomas|lars|klaus|hans|niels|nils|mads|mats|luis|louis|chris|dennis|travis|jess|ross|wes|iris|agnes|ines|inés|andrés|boris|alexis|douglas|lewis|curtis|morris|harris|francis|magnus|rasmus|jens|anders|johannes|hannes|dimitris|kostas|giannis|yannis|stefanos|stephanos|rhys|moses|jesus|jesús|joris|kris|cas|bas|yves|jules|georges|jacques|gilles)$/i;

/** `Updated`, in front of what was updated; names that end so are few. */
const DEED = /^(?!Ahmed|Moh?ammed|Mohamed|Muhammed|Jared|Alfred|Wilfred|Winifred|Manfred|Mildred|Khaled|Waleed|Saeed|Javed|Naveed|Rasheed|Hameed|Majeed|Mehmed)\p{Lu}\p{Ll}{2,}ed$/u;
/** `ConfigMap`, but not `McKay`. */
const CAMEL_CASE = /^(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz)\p{Lu})\p{Lu}\p{Ll}+\p{Lu}/u;

export function isTeamName(words: string): boolean {
	return TEAM.test(words.trim());
}

/** Whether it is a person's name; one word is enough where the document knows it, or where it looks like nothing else. */
export function isPersonName(written: string, known: ReadonlySet<string>): boolean {
	const name = written.trim().replace(/\.$/, '');
	if (known.has(name.toLowerCase())) return true;
	const words = name.split(/\s+/);
	if (words.length === 0 || words.length > 4 || !/^\p{Lu}[^:：]*$/u.test(name)) return false;
	if (words.some((word) => NO_NAME.has(word.toLowerCase()) || /\d/.test(word))) return false;
	if (words.length > 1 && (DEED.test(words[0]!) || words.some((word) => CAMEL_CASE.test(word)))) return false;
	if (words.length > 1) return words.every((word) => /^\p{Lu}[\p{Ll}'’.-]|^\p{Lu}\.?$|^(?:van|von|de|der|den|del|da|dos|bin|al|el|la|le)$/u.test(word)) && !WORD_ENDING.test(words.at(-1)!);
	return /^\p{Lu}[\p{Ll}'’-]+(?:\p{Lu}\p{Ll}+)?$/u.test(name) && name.length > 1 && !WORD_ENDING.test(name) && (!PLURAL.test(name) || NAMES_ENDING_IN_S.test(name));
}

/** Whether a single word is sure enough to be a name in the midst of running text, where capitals begin any sentence. */
export function isSureName(written: string, known: ReadonlySet<string>): boolean {
	const name = written.trim();
	return known.has(name.toLowerCase()) || isTeamName(name) || (/\s/.test(name) && isPersonName(name, known));
}
