/** How long things are kept: each goes once it is so many days old. */
export interface RetentionPolicy {
  /** Jobs that were done without a failure. */
  readonly doneDays: number;
  /** Jobs that failed on the way or were skipped, with their errors. */
  readonly failureDays: number;
  /** The key of a job that is unfinished stays longer. */
  readonly idempotencyKeyDays: number;
  /** Of sync runs that have ended. */
  readonly runDays: number;
  readonly auditDays: number;
  /** Changes of the feed. Fingerprints stay: without them everything would look new. */
  readonly changeDays: number;
  /** Beyond it finished jobs go before their time, those without failures first; what is unfinished or dead never. */
  readonly maxMegabytes: number;
}

export interface RetentionReport {
  /** Rows by kind: `doneJobs`, `failedJobs` (skipped ones too), `idempotencyKeys`, `runs`, `auditEntries`, `changes`. */
  readonly deleted: Readonly<Record<string, number>>;
  readonly sizeMegabytes: number;
  /** True when the store is too large and nothing more may be deleted. */
  readonly overLimit: boolean;
}

/** Something that must not be. */
export interface StoreFinding {
  readonly what: string;
  readonly subject: string;
}

export interface Upkeep {
  /** Deletes in small transactions, so that nobody waits long. Each one is complete by itself. */
  retain(policy: RetentionPolicy): Promise<RetentionReport>;
  /** The database's own check and every rule of the state machine; empty when all is sound. */
  check(): Promise<readonly StoreFinding[]>;
  /** One consistent moment of everything, as JSON lines; reads and writes go on meanwhile. */
  export(write: (line: string) => Promise<void>): Promise<{ readonly rows: number }>;
  /** A copy that can be put in the store's place, made while it is in use. @throws LB619 where it cannot be written, and for PostgreSQL, which is copied by its own tools or by `export`. */
  backup(file: string): Promise<void>;
}
