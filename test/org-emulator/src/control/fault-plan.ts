import { randomUUID } from 'node:crypto';

/** Where in the org a fault can strike. */
export type FaultPoint = 'bulk-job' | 'bulk-row' | 'callout' | 'login' | 'rest' | 'soap' | 'stream';

/** What goes wrong. Which effects a point knows is said in the README's table of faults. */
export type FaultEffect =
  /** Answers only after so long. */
  | { readonly kind: 'latency'; readonly milliseconds: number }
  /** Answers this status instead of doing the work. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly errorCode: string;
      readonly message: string;
      readonly retryAfterSeconds?: number | undefined;
    }
  /** Cuts the connection, before the work is done or after it was committed. */
  | { readonly kind: 'cut'; readonly when: 'after-commit' | 'before-commit' }
  /** Behaves as if the session had expired: 401 INVALID_SESSION_ID, and Bulk API 2.0's 400. */
  | { readonly kind: 'expired-session' }
  /** A Bulk row fails with this error; a Bulk job fails, or leaves its later rows unprocessed. */
  | { readonly kind: 'row-error'; readonly errorCode: string; readonly message: string }
  | { readonly kind: 'job-failed'; readonly message: string }
  | { readonly kind: 'unprocessed-rows'; readonly count: number }
  /** A stream says nothing any more, not even keep-alives. */
  | { readonly kind: 'silence'; readonly milliseconds: number }
  /** A subscription's replay id is answered as corrupted, or as outside of what is kept. */
  | { readonly kind: 'replay-id'; readonly problem: 'corrupted' | 'expired' }
  /** Events are delivered twice, or the other way round within a response. */
  | { readonly kind: 'duplicate-events' }
  | { readonly kind: 'reordered-events' }
  /** Change events are replaced by gap or overflow events. */
  | { readonly kind: 'gap-events'; readonly overflow: boolean };

/** A fault that is to happen. */
export interface Fault {
  readonly id: string;
  readonly point: FaultPoint;
  /** Only where the subject (`PATCH /services/data/v66.0/sobjects/Account/…`, a topic, an object) matches. */
  readonly match?: RegExp | undefined;
  /** Lets so many matching subjects pass first. */
  readonly after: number;
  /** Strikes so many times; undefined: until it is taken away. */
  readonly times?: number | undefined;
  readonly effect: FaultEffect;
}

/** A fault, how many subjects it has met and how many it struck. */
interface Ordered {
  readonly fault: Fault;
  seen: number;
  struck: number;
}

/** Faults that tests and demonstrations have ordered. */
export class FaultPlan {
  readonly #faults = new Map<string, Ordered>();

  /** Orders a fault, and answers its id. */
  add(fault: Omit<Fault, 'id'>): string {
    const id = randomUUID();
    this.#faults.set(id, { fault: { ...fault, id }, seen: 0, struck: 0 });
    return id;
  }

  /** Takes a fault away. False when there is none of that id. */
  remove(id: string): boolean {
    return this.#faults.delete(id);
  }

  clear(): void {
    this.#faults.clear();
  }

  /** The faults with how often each struck. */
  get all(): readonly (Fault & { readonly struck: number })[] {
    return [...this.#faults.values()].map(({ fault, struck }) => ({ ...fault, struck }));
  }

  /** The effects that strike this subject now, each counted as done; only of these kinds, where kinds are given. */
  strike(point: FaultPoint, subject: string, kinds?: readonly FaultEffect['kind'][]): FaultEffect[] {
    const effects: FaultEffect[] = [];
    for (const entry of this.#faults.values()) {
      const { effect } = entry.fault;
      if ((kinds && !kinds.includes(effect.kind)) || !fits(entry.fault, point, subject)) continue;
      entry.seen += 1;
      if (!isDue(entry)) continue;
      entry.struck += 1;
      effects.push(effect);
    }
    return effects;
  }
}

function fits({ point, match }: Fault, where: FaultPoint, subject: string): boolean {
  return point === where && match?.test(subject) !== false;
}

function isDue({ fault, seen, struck }: Ordered): boolean {
  return seen > fault.after && struck < (fault.times ?? Infinity);
}
