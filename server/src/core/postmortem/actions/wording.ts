/** Sentences around action items that are none themselves: what leads to them, closes them, or points elsewhere. */
import { plainText } from '../../markdown/inline';

const INTRO = /[:：]\s*[*_]*$/;
const ANNOUNCES = /^(?:(?:here|these|the following|below) (?:are|is|were)\b|what (?:are|can be|could be|should be|we will) |(?:a )?list of (?:the )?(?:tasks?|actions?|things?|items?)\b|things? (?:that|to|we) can be (?:improved|fixed)\b|tasks? to address the issue)/i;
const CLOSES = /^(?:in (?:conclusion|summary|short|closing)\b|to (?:conclude|sum up|summari[sz]e)\b|overall,|conclusions?\b|final thoughts?\b|by (?:(?:address|implement|tak|do|follow|learn|adopt|complet|apply|execut|perform|incorporat|focus|priorit|continu|work|improv)\p{L}*ing|put(?:ting)?) (?:on |from |these |this |the (?:above|following|issue|corrective|preventive)|those |all |such |out |forth )|these (?:measures|steps|actions|improvements|changes|corrective|preventive|tasks|efforts) (?:will|should|aim|are|help|would|ensure|collectively|have)|with these (?:measures|steps|changes|improvements|actions)|through these |this (?:post-?mortem|incident|outage|report) (?:serves|highlight|has (?:taught|shown|highlighted)|underscore|reminded|was a|provided|demonstrate)|(?:en )?conclusión|en resumen|em conclusão|em resumo|en conclusion|en résumé|zusammenfassend|以上の対応により|综上|p\.?s\.?\b|_?ps:)/iu;
const POINTS = /^(?:see (?:also|the|our|below|above|full|more|https?:)|for (?:more|further) (?:details?|information)|(?:full|more) details?\b|source:|ref(?:erence)?s?:|note:)/i;
const NOT_MORE = /^!?\[[^\]]*\]\([^)]*\)$|^<!--/;

/** Whether a line stands beside actions without being one. */
export function isNoAction(source: string): boolean {
	const plain = plainText(source).replace(/^[\s>•·*_-]+/, '');
	return INTRO.test(source.trimEnd()) || NOT_MORE.test(source.trim()) || ANNOUNCES.test(plain) || closesActions(source) || POINTS.test(plain);
}

/** Whether a sentence looks back on the actions above it. */
export function closesActions(source: string): boolean {
	return CLOSES.test(plainText(source).replace(/^(?:[\s>•·*_-]|&\w{1,8};|:[a-z_]{2,30}:)+/, ''));
}
