/** How a YAML file is declared: every key once, with its type, default, allowed values and explanation. */
import type { TextSpan } from '../text/span';

interface Declared {
	/** One or two sentences for the reference table and for the hover over the key. */
	readonly doc: string;
	/** For the reference table, as YAML; never checked. */
	readonly example?: string;
}

export interface TextSchema extends Declared {
	readonly type: 'text';
	readonly default?: string;
	/** The only values allowed; anything goes where absent. */
	readonly values?: readonly string[];
	/** What the text stands for in a message: `a glob`, `a rule level`. */
	readonly noun?: string;
	/** Set where a bare number can only be a slip, and is no text. */
	readonly neverNumber?: true;
}

export interface WholeNumberSchema extends Declared {
	readonly type: 'number';
	readonly default?: number;
	readonly minimum: number;
	readonly maximum?: number;
}

export interface FlagSchema extends Declared {
	readonly type: 'flag';
	readonly default?: boolean;
}

/** A list; a single item written without brackets or dash counts as a list of one where `single` is set. */
export interface ListSchema<Item extends Schema = Schema> extends Declared {
	readonly type: 'list';
	readonly of: Item;
	readonly single?: true;
}

/** A map with known keys. */
export interface RecordSchema<Keys extends KeySchemas = KeySchemas> extends Declared {
	readonly type: 'record';
	readonly keys: Keys;
	readonly required?: readonly (keyof Keys & string)[];
	/** What a key is called in a message; `key` where absent. */
	readonly keyNoun?: string;
	/** The key that a lone text stands for: `SEV1` is `value: SEV1`. */
	readonly short?: keyof Keys & string;
}

/** The schema of a part that may hold itself, named in `definitions` of the JSON Schema. */
export interface ReferenceSchema extends Declared {
	readonly type: 'reference';
	readonly name: string;
	readonly to: () => ListSchema | RecordSchema;
}

export type KeySchemas = { readonly [key: string]: Schema };
export type Schema = TextSchema | WholeNumberSchema | FlagSchema | ListSchema | RecordSchema | ReferenceSchema;

/** What a file that follows the schema says. A record also tells where it stands in the file. */
export type Value<S> =
	S extends TextSchema ? string
	: S extends WholeNumberSchema ? number
	: S extends FlagSchema ? boolean
	: S extends { readonly type: 'list'; readonly of: infer Item } ? readonly Value<Item>[]
	: S extends { readonly type: 'record'; readonly keys: infer Keys } ? RecordValue<Keys, S extends { readonly required: readonly (infer Name)[] } ? Name : never>
	: unknown;

type RecordValue<Keys, Required> = { readonly [K in keyof Keys]: K extends Required ? Value<Keys[K]> : Keys[K] extends { readonly default: unknown } | { readonly type: 'list' } ? Value<Keys[K]> : Value<Keys[K]> | undefined } & WithSource;

export interface WithSource {
	/** Where the record stands in its file. */
	readonly source: TextSpan;
	/** Where each key that is written stands. */
	readonly keySpans: ReadonlyMap<string, TextSpan>;
	/** Where the value of each key that is written stands. */
	readonly valueSpans: ReadonlyMap<string, TextSpan>;
}

/** A fault in a YAML file: where, and what was expected. */
export interface Problem {
	/** In UTF-16 code units of the YAML file. */
	readonly span: TextSpan;
	/** `Unexpected X, expected Y`. */
	readonly message: string;
}
