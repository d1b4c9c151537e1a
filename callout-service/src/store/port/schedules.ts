/** A job that is enqueued again and again. */
export interface Schedule {
  readonly name: string;
  /**
   * Five fields, as `0 2 * * *`, or six with the second in front, or a name as `@daily`. Slots are at least a minute
   * apart. Where clocks are set forward, an hour that is named and passed over has its slot at the first moment after
   * it, while `*` and steps leave it out; where they are set back, a named hour has its slots once, the first time, while
   * `*` and steps go on through both.
   */
  readonly cron: string;
  /** IANA with area and place, as `America/Chicago`, or `UTC`: the wall clock that the cron means. */
  readonly timeZone: string;
  readonly lane: string;
  readonly key?: string;
  /** The job gets it with `slot` added: the moment of the firing, ISO 8601 in UTC. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly enabled: boolean;
}

export interface StoredSchedule extends Schedule {
  /** Undefined while it is switched off. */
  readonly nextSlot: string | undefined;
  readonly lastSlot: string | undefined;
}

/** One slot that came. */
export interface Firing {
  readonly schedule: string;
  /** The moment it was due, the last one that has come: ISO 8601 in UTC, and the identity of the firing. */
  readonly slot: string;
  /** Its idempotency key is `<name>@<slot>`. */
  readonly jobId: number;
  /** Slots before it that passed while nobody was there; they are not made up for. Counted up to 1,000. */
  readonly missed: number;
}

/** Each slot fires once, however many instances look. */
export interface Schedules {
  /**
   * Adds or replaces. Its next slot is after now; but one that is on already with this cron and time zone keeps its
   * next slot, even one that has passed: putting schedules again at each start loses no firing.
   * @throws LB614 for a cron or time zone that is none, slots less than a minute apart, or a day that never comes; LB616
   *   what cannot be stored.
   */
  put(schedule: Schedule): Promise<StoredSchedule>;
  remove(name: string): Promise<boolean>;
  find(name: string): Promise<StoredSchedule | undefined>;
  all(): Promise<readonly StoredSchedule[]>;
  /**
   * Enqueues the job of every schedule whose slot has come: one job, even when several slots have passed. Each schedule
   * is a transaction of its own, so one that fails is left as it was and keeps no other from firing.
   * @throws the first failure, once all have been tried.
   */
  fireDue(): Promise<readonly Firing[]>;
  /** When the next slot of all comes. */
  nextSlot(): Promise<string | undefined>;
}
