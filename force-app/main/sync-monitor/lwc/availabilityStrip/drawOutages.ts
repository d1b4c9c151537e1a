/** A time without the system; `to` is undefined while it lasts. ISO 8601 in UTC. */
export interface Outage {
  readonly from: string;
  readonly to: string | undefined;
  readonly because: string | undefined;
}

/** When a system could be reached. */
export interface Presence {
  readonly system: 'sage' | 'salesforce';
  /** From when on it was watched, at most a day back. */
  readonly since: string;
  readonly upPercent: number;
  readonly outages: readonly Outage[];
}

/** An outage on the strip, in per cent of its width. */
export interface DrawnOutage {
  readonly key: string;
  readonly x: string;
  readonly width: string;
}

/** A short outage is seen all the same. */
const LEAST = 0.5;

/** Places each outage between the begin of the watch and `asOf`. */
export function drawOutages({ since, outages }: Presence, asOf: string): readonly DrawnOutage[] {
  const begin = Date.parse(since);
  const end = Date.parse(asOf);
  const whole = Math.max(1, end - begin);
  return outages.map(({ from, to }) => {
    const x = ((Date.parse(from) - begin) / whole) * 100;
    const width = (((to === undefined ? end : Date.parse(to)) - Date.parse(from)) / whole) * 100;
    return {
      key: from,
      x: `${Math.min(x, 100 - LEAST).toFixed(2)}%`,
      width: `${Math.max(LEAST, width).toFixed(2)}%`
    };
  });
}
