/** The tool could not do its work: one line for the person, exit status 2. */
export class Failure extends Error {}

export const EXIT_CLEAN = 0;
export const EXIT_FINDINGS = 1;
export const EXIT_FAILURE = 2;
