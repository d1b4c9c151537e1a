/** A job that is enqueued again and again. */
export interface Schedule {
  readonly name: string;
  /** Five or six fields, as `0 2 * * *`. */
  readonly cron: string;
  /** IANA, as `America/Chicago`: the wall clock that the cron means. */
  readonly timeZone: string;
  readonly lane: string;
  readonly key?: string;
  readonly payload: unknown;
  readonly enabled: boolean;
}

export interface StoredSchedule extends Schedule {
  /** Undefined while it is switched off, or when it never fires again. */
  readonly nextSlot: string | undefined;
  readonly lastSlot: string | undefined;
}

/** One slot that came. */
export interface Firing {
  readonly schedule: string;
  /** The moment it was due, ISO 8601 in UTC: the identity of the firing. */
  readonly slot: string;
  readonly jobId: number;
  /** Slots that passed while nobody was there; they are not made up for. */
  readonly missed: number;
}

/** Each slot fires once, however many instances look. */
export interface Schedules {
  /** Adds or replaces. Its next slot is after now. @throws LB614 for a cron or time zone that is none. */
  put(schedule: Schedule): Promise<StoredSchedule>;
  remove(name: string): Promise<boolean>;
  find(name: string): Promise<StoredSchedule | undefined>;
  all(): Promise<readonly StoredSchedule[]>;
  /** Enqueues the job of every schedule whose slot has come: one job, even when several slots have passed. */
  fireDue(): Promise<readonly Firing[]>;
  /** When the next slot of all comes. */
  nextSlot(): Promise<string | undefined>;
}
