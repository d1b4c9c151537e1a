/** A time without a system; `to` is undefined while it lasts. ISO 8601 in UTC. */
export interface Outage {
  readonly from: string;
  readonly to: string | undefined;
  /** Code of the catalogue, where one is known. */
  readonly because: string | undefined;
}

/** What was seen of a system, and when it is down: since when and why, as far as that is known. */
export interface Sighting {
  readonly up: boolean;
  readonly since?: string | undefined;
  readonly because?: string | undefined;
}

/** How long a system was there. */
export interface Availability {
  /** From when on it was watched, at most a day back. */
  readonly since: string;
  readonly outages: readonly Outage[];
  /** Share of the time since then, 0 to 100 with two decimals at most. */
  readonly upPercent: number;
}

const DAY_MS = 86_400_000;
/** A system that comes and goes all day fills no memory. */
const MOST_OUTAGES = 100;

/** Remembers the outages of one system over the last day, in memory: a new process begins anew. */
export class AvailabilityRecord {
  readonly #watchedSince: number;
  #outages: Outage[] = [];

  /** @param watchedSince milliseconds */
  constructor(watchedSince: number) {
    this.#watchedSince = watchedSince;
  }

  /** Takes what is seen now. An outage that was known before, as by a gate, begins when it says. */
  saw({ up, since, because }: Sighting, now: number): void {
    const last = this.#outages.at(-1);
    const lasting = last !== undefined && last.to === undefined;
    if (up && lasting) this.#outages.splice(-1, 1, { ...last, to: iso(now) });
    if (!up && !lasting) this.#outages.push({ from: since ?? iso(now), to: undefined, because });
    const dayAgo = now - DAY_MS;
    this.#outages = this.#outages
      .filter(({ to }) => to === undefined || Date.parse(to) > dayAgo)
      .slice(-MOST_OUTAGES);
  }

  /** The last day up to now, or what was watched of it. */
  view(now: number): Availability {
    const since = Math.max(this.#watchedSince, now - DAY_MS);
    const outages = this.#outages
      .filter(({ to }) => to === undefined || Date.parse(to) > since)
      .map((outage) => ({ ...outage, from: iso(Math.max(since, Date.parse(outage.from))) }));
    const downMs = outages.reduce((sum, { from, to }) => sum + endOf(to, now) - Date.parse(from), 0);
    const watchedMs = now - since;
    const upShare = watchedMs <= 0 ? Number(outages.length === 0) : 1 - downMs / watchedMs;
    return { since: iso(since), outages, upPercent: Math.round(Math.max(0, upShare) * 10_000) / 100 };
  }
}

function endOf(to: string | undefined, now: number): number {
  return to === undefined ? now : Date.parse(to);
}

function iso(moment: number): string {
  return new Date(moment).toISOString();
}
