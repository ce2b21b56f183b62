/** The way that messages take between client and server; a host brings its own. */
export interface Transport {
	/** Calls back with each message, in order, and once when no more can come. */
	listen(receive: (message: unknown) => void, closed: () => void): void;
	send(message: object): void;
	/** Ends the process or worker. */
	exit(code: number): void;
}
