/** How failed attempts of a lane's jobs are repeated. */
export interface RetryPolicy {
  /** Claims, the first included, after which a job is dead. */
  readonly maxAttempts: number;
  /** The most that the first repetition waits. */
  readonly backoffBaseMs: number;
  /** The most that any repetition waits. */
  readonly backoffCeilingMs: number;
}
