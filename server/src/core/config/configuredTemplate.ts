import { matchesGlobs } from '../text/glob';
import type { Config } from './config';

/** The template that the config names for a document, whose path is relative to the folder of the config. */
export function configuredTemplate({ templates, template }: Config, path: string): string | undefined {
	return templates.find(({ files }) => matchesGlobs(path, files))?.template ?? template;
}
