/** The world as a command sees it, so that a test can give another one. */
export interface Io {
	readonly cwd: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Whether standard output is a terminal. */
	readonly isTerminal: boolean;
	/** Whether standard error is a terminal on which a line can be drawn anew; absent: no. */
	readonly showsProgress?: boolean;
	/** This program: the file that worker threads run too, and the folder of its parts; absent: there are no workers. */
	readonly program?: { readonly file: string; readonly folder: string };
	/** What the clock says, in milliseconds since 1970 UTC. */
	now(): number;
	out(text: string): void;
	err(text: string): void;
	stdin(): Promise<Uint8Array>;
}
