/** How a series of durations is spread, in milliseconds. */
export interface Spread {
  readonly count: number;
  readonly min: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/**
 * The value below which the given share of the samples lies, by the nearest-rank method: always one of the samples, so
 * that a p99 of few samples is honest about them. Throws a RangeError when there are no samples.
 */
export function percentile(samples: readonly number[], share: number): number {
  if (share <= 0 || share > 1) throw new RangeError(`A share lies above 0 and up to 1, not at ${share}.`);
  const sorted = samples.toSorted((a, b) => a - b);
  const value = sorted[Math.ceil(share * sorted.length) - 1];
  if (value === undefined) throw new RangeError('There are no samples to take a percentile of.');
  return value;
}

/** The usual percentiles of a series. */
export function spread(samples: readonly number[]): Spread {
  return {
    count: samples.length,
    min: percentile(samples, Number.MIN_VALUE),
    p50: percentile(samples, 0.5),
    p95: percentile(samples, 0.95),
    p99: percentile(samples, 0.99),
    max: percentile(samples, 1)
  };
}
