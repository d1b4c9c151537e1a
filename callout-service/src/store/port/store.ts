import type { Alerts } from './alerts.ts';
import type { Audit } from './audit.ts';
import type { Changes } from './changes.ts';
import type { Cursors } from './cursors.ts';
import type { Fingerprints } from './fingerprints.ts';
import type { IdempotencyKeys } from './idempotency.ts';
import type { Jobs } from './jobs.ts';
import type { Links } from './links.ts';
import type { MappingVersions } from './mapping-versions.ts';
import type { Publications } from './publications.ts';
import type { Schedules } from './schedules.ts';
import type { StoredAnswers } from './stored-answers.ts';
import type { SyncRuns } from './sync-runs.ts';
import type { Upkeep } from './upkeep.ts';

/** Everything the store keeps. */
export interface StoreContent {
  readonly jobs: Jobs;
  readonly publications: Publications;
  readonly idempotencyKeys: IdempotencyKeys;
  readonly links: Links;
  readonly cursors: Cursors;
  readonly fingerprints: Fingerprints;
  readonly changes: Changes;
  readonly mappingVersions: MappingVersions;
  readonly syncRuns: SyncRuns;
  readonly schedules: Schedules;
  readonly alerts: Alerts;
  readonly answers: StoredAnswers;
  readonly audit: Audit;
}

export interface StoreCondition {
  readonly engine: 'sqlite' | 'postgres';
  /** The database's own version, as `3.54.1`. */
  readonly databaseVersion: string;
  /** Of the last migration, as `003`. */
  readonly schemaVersion: string;
  readonly sizeMegabytes: number;
}

/**
 * What the service must not lose. A promise that is fulfilled means: committed and flushed to the disk. Each method is a
 * transaction of its own; within `transaction` they belong together.
 */
export interface Store extends StoreContent {
  /**
   * All or nothing. `work` uses only what it is given, and has no other effects, since it runs again when the database
   * asks for that (deadlock, serialization). It must be quick: the embedded store has one writer.
   * @throws what `work` throws; LB602 the database cannot be reached; LB605 it is full; LB607 nobody knows whether it was committed.
   */
  transaction<T>(work: (within: StoreContent) => Promise<T>): Promise<T>;
  /** Calls back when jobs of a lane may have become due, at once and from any instance; a hint, never the only way. Returns the end of it. */
  onDue(listener: (lane: string) => void): () => void;
  readonly upkeep: Upkeep;
  /** @throws LB602 when the database cannot be reached. */
  condition(): Promise<StoreCondition>;
  /** Waits for what is under way, then lets go of the database and the lock. */
  close(): Promise<void>;
}
