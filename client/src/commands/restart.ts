import type { CommandContext } from '.';

export async function restart({ session }: CommandContext): Promise<void> {
	await session.restart();
}
