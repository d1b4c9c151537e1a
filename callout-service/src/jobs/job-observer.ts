/**
 * How an attempt ended. `done` ran, `found` was done by an earlier attempt, `retried` and `dead` failed; `refused` was
 * answered too late (LB608), and `left` could not be answered at all, so that its lease runs out.
 */
export type AttemptOutcome = 'done' | 'found' | 'retried' | 'dead' | 'refused' | 'left';

export interface EndedAttempt {
  readonly lane: string;
  readonly outcome: AttemptOutcome;
  /** 1 for the first. */
  readonly attempt: number;
  readonly durationMs: number;
}

/** Why a worker has no right to a job any more while its handler still works. */
export type LossReason = 'taken' | 'not-extended' | 'time-limit';

/** Is told what workers and clockwork do; for metrics. */
export interface JobObserver {
  attemptEnded(ended: EndedAttempt): void;
  leaseLost(lost: { readonly lane: string; readonly because: LossReason }): void;
  /** Handlers that still work though their lease is lost. */
  abandonedChanged(abandoned: { readonly lane: string; readonly count: number }): void;
  reclaimed(reclaimed: { readonly lane: string; readonly ready: number; readonly dead: number }): void;
  handedBack(back: { readonly lane: string; readonly count: number }): void;
  scheduleFired(firing: { readonly missed: number }): void;
}
