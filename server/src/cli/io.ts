/** The world as a command sees it, so that a test can give another one. */
export interface Io {
	readonly cwd: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Whether standard output is a terminal. */
	readonly isTerminal: boolean;
	/** What the clock says, in milliseconds since 1970 UTC. */
	now(): number;
	out(text: string): void;
	err(text: string): void;
	stdin(): Promise<Uint8Array>;
}
