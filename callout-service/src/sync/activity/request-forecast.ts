/** API requests of the org as they stood at one moment. */
export interface RequestSample {
  /** Milliseconds. */
  readonly at: number;
  readonly used: number;
}

/** Where the requests will stand. */
export interface RequestForecast {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly used: number;
  /** Requests in an hour, by which it was reckoned. */
  readonly perHour: number;
  /** When those that are not kept for people are used up at this rate; undefined when that is not before `at`. */
  readonly usedUpAt: string | undefined;
}

export interface ForecastQuestion {
  readonly samples: readonly RequestSample[];
  readonly now: number;
  /** End of the day, milliseconds. */
  readonly until: number;
  /** How many there are, without those that are kept for people. */
  readonly usable: number;
}

const HOUR_MS = 3_600_000;
/** A shorter look says more about chance than about the day. */
const SHORTEST_LOOK_MS = 10 * 60_000;

/**
 * Goes on with the rate of the samples. Salesforce counts the requests of the last 24 hours, so that their rise is what
 * comes in less what falls out: going on with it is right for either. Undefined while too little was seen.
 */
export function forecastRequests({ samples, now, until, usable }: ForecastQuestion) {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.at - first.at < SHORTEST_LOOK_MS) return undefined;
  const perMs = (last.used - first.used) / (last.at - first.at);
  const usedUp = perMs > 0 ? now + Math.max(0, usable - last.used) / perMs : Number.POSITIVE_INFINITY;
  return {
    at: new Date(until).toISOString(),
    used: Math.max(0, Math.round(last.used + perMs * (until - now))),
    perHour: Math.round(perMs * HOUR_MS),
    usedUpAt: usedUp < until ? new Date(Math.round(usedUp)).toISOString() : undefined
  } satisfies RequestForecast;
}

/** Adds a sample, and lets go of those that are older than three hours: the rate is that of the day's last part. */
export function withSample(samples: readonly RequestSample[], sample: RequestSample): RequestSample[] {
  return [...samples.filter(({ at }) => at >= sample.at - 3 * HOUR_MS), sample];
}
