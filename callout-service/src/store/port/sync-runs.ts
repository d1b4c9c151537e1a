/** What a run did with records, each record in one of them once it is through. */
export interface RunCounts {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly failed: number;
}

export interface NewSyncRun {
  /** The object pair, as `Account-customer`. */
  readonly object: string;
  readonly direction: 'to-sage' | 'to-salesforce';
  /** What started it, as `schedule`, `event`, `operator`. */
  readonly trigger: string;
  /** What it looks for, as `changes`, `full`, `reconcile`. */
  readonly mode: string;
  /** Where it began, for people. */
  readonly watermarkBefore: string | null;
  readonly mappingVersion: number | undefined;
  /** Host and process, for people. */
  readonly instance: string;
}

export interface SyncRun extends NewSyncRun {
  readonly id: number;
  /** `interrupted`: its process ended without saying how the run went. */
  readonly state: 'running' | 'succeeded' | 'failed' | 'stopped' | 'interrupted';
  readonly counts: RunCounts;
  readonly startedAt: string;
  /** Moves with every count. */
  readonly lastSignAt: string;
  readonly finishedAt: string | undefined;
  readonly reason: string | undefined;
  /** Failed and skipped records, by code of the catalogue. */
  readonly causes: Readonly<Record<string, number>>;
  /** A person asked it to end after its page. */
  readonly stopRequested: boolean;
  readonly watermarkAfter: string | null;
}

export interface RunFilter {
  readonly object?: string;
  readonly state?: SyncRun['state'];
  /** Runs older than this one. */
  readonly before?: number;
  /** 1 to 500. */
  readonly limit: number;
}

export interface SyncRuns {
  start(run: NewSyncRun): Promise<SyncRun>;
  /** Adds to the counts of a running run, and shows that it lives. @throws LB610 when it runs no longer. */
  add(id: number, counts: Partial<RunCounts>, causes?: Readonly<Record<string, number>>): Promise<void>;
  /** Asks it to end after its page; false when it runs no longer. */
  requestStop(id: number, operator: string): Promise<boolean>;
  /** @throws LB610 when it runs no longer. */
  finish(
    id: number,
    state: 'succeeded' | 'failed' | 'stopped',
    end?: { readonly reason?: string; readonly watermarkAfter?: string | null }
  ): Promise<SyncRun>;
  find(id: number): Promise<SyncRun | undefined>;
  /** Newest first. */
  list(filter: RunFilter): Promise<readonly SyncRun[]>;
  /** Ends runs as `interrupted` that gave no sign for so long. */
  endSilent(silentForMs: number): Promise<readonly SyncRun[]>;
}
