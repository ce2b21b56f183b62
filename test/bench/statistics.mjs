/** Median and 95th percentile of measured values. */
export function summary(values) {
	const sorted = [...values].sort((a, b) => a - b);
	return { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), count: sorted.length };
}

function quantile(sorted, share) {
	if (sorted.length === 0) return NaN;
	const at = (sorted.length - 1) * share;
	const low = Math.floor(at);
	return sorted[low] + (sorted[Math.min(low + 1, sorted.length - 1)] - sorted[low]) * (at - low);
}
