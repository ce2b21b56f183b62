import type { CommandContext } from '.';

export function showOutputChannel({ session }: CommandContext): void {
	session.output.show();
}
