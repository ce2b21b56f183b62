/** How sure it is that a document is meant to follow its template. */
import type { Postmortem } from '../../postmortem/model';

/** Somebody said so: in the document or in the config. */
export function isChosen({ template }: Postmortem): boolean {
	return template.from === 'document' || template.from === 'config';
}

/** Chosen, or so much alike that it was surely written after it. */
export function isFollowed(doc: Postmortem, score: number): boolean {
	return isChosen(doc) || (doc.template.from === 'match' && doc.template.score >= score);
}
