/** The settings of the editor, each declared once: the manifest's block and the docs are generated from this table. */
import { zoneTarget } from '../core/time/zone-target';

export interface Settings {
	readonly enable: boolean;
	readonly run: 'onType' | 'onSave' | 'off';
	/** Quiet time before a check of pushed diagnostics, in milliseconds. */
	readonly delay: number;
	readonly 'inlayHints.sinceStart': boolean;
	readonly 'inlayHints.sincePrevious': boolean;
	readonly 'codeLens.durations': boolean;
	/** The zone of the person, an IANA name; empty: that of the machine. */
	readonly timeZone: string;
	/** Read by the client's library alone. */
	readonly 'trace.server': 'off' | 'messages' | 'verbose';
}

export type SettingSpec<T> = {
	readonly default: T;
	/** Markdown, as the settings page shows it. */
	readonly doc: string;
	readonly scope: 'resource' | 'window';
} & (
	| { readonly type: 'boolean' }
	| { readonly type: 'integer'; readonly minimum: number; readonly maximum: number }
	| { readonly type: 'zone' }
	| { readonly type: 'choice'; readonly choices: readonly { readonly value: string; readonly doc: string }[] }
);

export const SETTINGS: { readonly [K in keyof Settings]: SettingSpec<Settings[K]> } = {
	enable: { type: 'boolean', default: true, scope: 'resource', doc: 'Read and check postmortems.' },
	run: {
		type: 'choice',
		default: 'onType',
		scope: 'resource',
		doc: 'When to check.',
		choices: [
			{ value: 'onType', doc: 'While you type.' },
			{ value: 'onSave', doc: 'When a document is opened or saved.' },
			{ value: 'off', doc: 'Never; completions, outline and conversions stay.' },
		],
	},
	delay: { type: 'integer', default: 150, minimum: 0, maximum: 5000, scope: 'resource', doc: 'Quiet time before a check, in milliseconds.' },
	'inlayHints.sinceStart': { type: 'boolean', default: true, scope: 'resource', doc: 'Show at each timeline row how long after the start it is: `T+12m`.' },
	'inlayHints.sincePrevious': { type: 'boolean', default: true, scope: 'resource', doc: 'Show at each timeline row how long after the row before it is: `+3m`.' },
	'codeLens.durations': { type: 'boolean', default: true, scope: 'resource', doc: 'Show over each timeline how long it took to detect, mitigate and resolve.' },
	timeZone: { type: 'zone', default: '', scope: 'resource', doc: 'Your time zone, such as `Europe/Oslo`: a hover over a time shows it there too, and timelines can be converted to it. Empty: that of the machine that the extension runs on.' },
	'trace.server': {
		type: 'choice',
		default: 'off',
		scope: 'window',
		doc: 'What to write to the output channel of the talk between editor and server.',
		choices: [
			{ value: 'off', doc: 'Nothing.' },
			{ value: 'messages', doc: 'The messages.' },
			{ value: 'verbose', doc: 'The messages and their content.' },
		],
	},
};

/** Never throws: a value that cannot be used becomes a problem, and the default stands. */
export function readSettings(raw: unknown): { readonly settings: Settings; readonly problems: readonly string[] } {
	const settings: Record<string, unknown> = {};
	const problems: string[] = [];
	for (const [key, spec] of Object.entries(SETTINGS) as [keyof Settings, SettingSpec<unknown>][]) {
		const value = valueAt(raw, key);
		const fault = value === undefined || value === null ? undefined : faultOf(value, spec);
		if (fault) problems.push(`Unexpected value for the setting \`postmortem.${key}\`, expected ${fault}`);
		settings[key] = value === undefined || value === null || fault ? spec.default : value;
	}
	return { settings: settings as unknown as Settings, problems };
}

/** Settings come nested (`trace: { server }`) from most editors, flat from some. */
function valueAt(raw: unknown, key: string): unknown {
	if (!isObject(raw)) return undefined;
	if (Object.hasOwn(raw, key)) return raw[key];
	return key.split('.').reduce<unknown>((at, part) => (isObject(at) && Object.hasOwn(at, part) ? at[part] : undefined), raw);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

function faultOf(value: unknown, spec: SettingSpec<unknown>): string | undefined {
	switch (spec.type) {
		case 'boolean':
			return typeof value === 'boolean' ? undefined : '`true` or `false`';
		case 'integer':
			return Number.isInteger(value) && (value as number) >= spec.minimum && (value as number) <= spec.maximum ? undefined : `a whole number from ${spec.minimum} to ${spec.maximum}`;
		case 'zone':
			return value === '' || (typeof value === 'string' && zoneTarget(value)) ? undefined : 'a zone such as `Europe/Oslo`';
		case 'choice':
			return spec.choices.some((choice) => choice.value === value) ? undefined : `one of ${spec.choices.map((choice) => `\`${choice.value}\``).join(', ')}`;
	}
}
