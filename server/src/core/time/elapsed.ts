/** Time that went by, as short as an editor's margin wants it: `12m`, `1h 5m`, `2d 3h`. */

/** Without a sign; seconds alone where less than a minute went by. */
export function formatElapsed(minutes: number): string {
	const seconds = Math.round(Math.abs(minutes) * 60);
	if (seconds > 0 && seconds < 60) return `${seconds}s`;
	const whole = Math.floor(seconds / 60);
	const [days, hours, rest] = [Math.floor(whole / 1440), Math.floor((whole % 1440) / 60), whole % 60];
	const parts = [days > 0 ? `${days}d` : '', hours > 0 ? `${hours}h` : '', rest > 0 ? `${rest}m` : ''].filter((part) => part !== '').join(' ');
	return parts === '' ? '0m' : parts;
}

/** `+12m`, `-5m`. */
export function signedElapsed(minutes: number): string {
	return `${minutes < 0 ? '-' : '+'}${formatElapsed(minutes)}`;
}
