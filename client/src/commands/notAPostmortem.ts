import type { CommandContext } from '.';
import { decide } from './decide';

export async function notAPostmortem(context: CommandContext, target?: unknown): Promise<void> {
	await decide(context, 'none', target);
}
