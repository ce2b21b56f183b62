import type { CommandContext } from '.';
import { decide } from './decide';

export async function treatAsPostmortem(context: CommandContext, target?: unknown): Promise<void> {
	await decide(context, 'postmortem', target);
}
