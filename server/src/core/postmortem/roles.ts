/** What a section is for, whatever its heading says. */
export const SECTION_ROLES = [
	'summary', 'impact', 'timeline', 'detection', 'response', 'resolution', 'root-cause', 'contributing-factors',
	'went-well', 'went-wrong', 'lucky', 'lessons', 'actions', 'prevention', 'backlog-check', 'communication',
	'background', 'references', 'metrics', 'metadata', 'sign-off', 'appendix',
] as const;

export type SectionRole = (typeof SECTION_ROLES)[number];
