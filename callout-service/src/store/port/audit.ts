/** Something that a person did. */
export interface AuditedAct {
  readonly operator: string;
  /** As `replay`, `skip`, `reset-cursor`, `publish-mapping`. */
  readonly action: string;
  /** What it was done to, as `job 4711`. */
  readonly subject: string;
  /** A value that JSON can hold. */
  readonly detail?: unknown;
}

export interface AuditEntry extends AuditedAct {
  readonly id: number;
  readonly at: string;
}

export interface AuditFilter {
  readonly subject?: string;
  /** Entries older than this one. */
  readonly before?: number;
  /** 1 to 500. */
  readonly limit: number;
}

/** Written in the transaction of the act itself, and never changed. */
export interface Audit {
  record(act: AuditedAct): Promise<void>;
  /** Newest first. */
  list(filter: AuditFilter): Promise<readonly AuditEntry[]>;
}
