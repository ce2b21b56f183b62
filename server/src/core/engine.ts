/** The parts that every door needs, put together. Temporary: stands in for the engine until its parts are there. */
import type { Config } from './config/config';
import type { Service } from './service';
import type { Postmortem } from './postmortem/model';
import type { Rule } from './rules/rule';
import type { Loaders } from './workspace/projects';
import { LineIndex } from './text/lines';
import { readFrontMatter } from './markdown/front-matter';
import type { Template } from './template/template';

export type RuleInfo = Pick<Rule, 'id' | 'summary' | 'severity' | 'fixKind' | 'fixAllTitle' | 'since'> & { readonly page: string };

export interface Engine {
	readonly service: Service;
	readonly loaders: Loaders;
	readonly rules: readonly RuleInfo[];
}

const template: Template = { name: 'minimal', title: 'Minimal', description: '', uri: undefined, sections: [], fields: [], timeline: { columns: [], gapMinutes: 60 }, actions: { columns: [], statuses: [], priorities: [] } };
const defaultConfig: Config = { uri: undefined, files: [], ignore: [], template: undefined, templates: [], rules: new Map(), people: [], timeZone: undefined, newFile: 'docs/postmortems/{date}-{slug}.md' };

export function createEngine(): Engine {
	return {
		rules: [{ id: 'placeholder-left', summary: 'No placeholder is left.', severity: 'information', fixKind: 'safe', fixAllTitle: 'Remove all placeholders', since: '0.1.0', page: '# placeholder-left\n' }],
		loaders: {
			builtIn: new Map([['minimal', template]]),
			defaultConfig,
			loadConfig: async (text, uri) => ({ config: { ...defaultConfig, uri }, problems: text.includes('\t') ? [{ span: { start: text.indexOf('\t'), end: text.indexOf('\t') + 1 }, message: 'Unexpected tab, expected spaces' }] : [] }),
			loadTemplate: () => ({ template, problems: [] }),
			templateKey: () => undefined,
		},
		service: {
			read: (text, context) => ({
				text, lines: new LineIndex(text), verdict: { isPostmortem: context.decided ? context.decided === 'postmortem' : /post-?mortem/i.test(text.slice(0, 200)), because: 'heading' }, frontMatter: readFrontMatter(text), blocks: [], title: undefined, date: undefined, zone: undefined,
				fields: [], sections: [], timelines: [], actionLists: [], phases: { started: undefined, detected: undefined, acknowledged: undefined, mitigated: undefined, resolved: undefined }, durations: [], people: [],
				template: { template, from: 'default', score: 0, unknown: undefined }, matches: [], knownPeople: [], today: { year: 2026, month: 1, day: 1 },
			}) satisfies Postmortem,
			lint: (doc) => (doc.verdict.isPostmortem ? [...doc.text.matchAll(/TODO/g)].map((match) => {
				const span = { start: match.index, end: match.index + 4 };
				return { rule: 'placeholder-left', severity: 'information' as const, fixKind: 'safe' as const, span, message: 'Unexpected placeholder `TODO`, expected text', fixes: () => [{ title: 'Remove it', edits: [{ span, newText: '' }] }] };
			}) : []),
			rewrites: (doc) => (doc.text.includes('b\na') ? [{ title: 'Sort timeline', kind: 'sortTimeline', edits: [{ span: { start: doc.text.indexOf('b\na'), end: doc.text.indexOf('b\na') + 3 }, newText: 'a\nb' }] }] : []),
		},
	};
}
