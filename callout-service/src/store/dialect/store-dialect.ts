import type { Kysely, RawBuilder, Selectable, SelectQueryBuilder } from 'kysely';
import type { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { Lease } from '../port/job.ts';
import type { ClaimRequest } from '../port/jobs.ts';
import type { JobTable } from '../schema/job-tables.ts';
import type { StoreDatabase } from '../schema/store-database.ts';

/** Everything in which the two databases differ for who works with rows. */
export interface StoreDialect {
  readonly engine: 'sqlite' | 'postgres';
  /** PostgreSQL's schema that the store fills; other stores may stand in other schemas of the same database. */
  readonly schema: string | undefined;
  /** The present moment in milliseconds, as an expression: PostgreSQL's clock is the server's, so that instances agree. */
  now(): RawBuilder<number>;
  /**
   * Holds the keys until the transaction ends, so that nobody else changes which job heads them. Within a transaction
   * only, and before the rows of these keys are read.
   */
  lockKeys(database: Kysely<StoreDatabase>, keys: readonly KeyOfLane[]): Promise<void>;
  /**
   * Complete, promote and, where it is asked for, claim of docs/job-states.md as one statement, which is a transaction by
   * itself; undefined where statements cost no way to a server and back. The tests of completing hold both ways to the
   * same behaviour.
   */
  readonly completeAtOnce:
    | ((
        database: Kysely<StoreDatabase>,
        leases: readonly Lease[],
        request: ClaimRequest | undefined
      ) => Promise<CompletedAtOnce>)
    | undefined;
  /**
   * Holds the feed of changes until the transaction ends, so that ids are committed in their order. Within a transaction
   * only.
   */
  lockFeed(database: Kysely<StoreDatabase>): Promise<void>;
  /** Makes a query lock what it finds and pass over what others have locked, where there are others. */
  skipLocked<Table extends keyof StoreDatabase, Row>(
    query: SelectQueryBuilder<StoreDatabase, Table, Row>
  ): SelectQueryBuilder<StoreDatabase, Table, Row>;
  /**
   * That a column holds one of some texts. PostgreSQL takes them as one array: for a list of values it had to choose,
   * without statistics, to compare every row with every value.
   */
  isOneOf(column: string, texts: readonly string[]): RawBuilder<boolean>;
  /** First in a transaction that only reads: all of it sees one moment, while others write. */
  holdMoment(database: Kysely<StoreDatabase>): Promise<void>;
  /** The last id that a table has given out, 0 for none; its row may be gone. */
  lastId(database: Kysely<StoreDatabase>, table: CountedTable): Promise<number>;
  /** Makes a table go on counting after this id. */
  countOnFrom(database: Kysely<StoreDatabase>, table: CountedTable, lastId: number): Promise<void>;
  /** Space that the content takes, without what was freed by deleting. */
  sizeBytes(database: Kysely<StoreDatabase>): Promise<number>;
  version(database: Kysely<StoreDatabase>): Promise<string>;
  /** The database's own check of its pages and indexes; what it found. */
  checkPages(database: Kysely<StoreDatabase>): Promise<readonly string[]>;
  /** Gives the disk back what deleting has freed, where the database does not do that by itself. Outside transactions. */
  giveBackSpace(database: Kysely<StoreDatabase>): Promise<void>;
  /** What a failure of the database means; undefined for one that is a fault of the statement. */
  faultOf(error: unknown): LedgerBridgeError | undefined;
  /** Whether the transaction was rolled back through no fault of its own and may simply run again. */
  mayRunAgain(error: unknown): boolean;
  /** Whether a commit that failed so may have been carried out all the same. */
  mayBeCommitted(error: unknown): boolean;
}

/** Jobs that were done, and lanes in which others had their turn. */
export interface Completed {
  readonly finished: readonly { readonly id: number; readonly fence: number }[];
  readonly dueLanes: readonly string[];
}

/** Jobs that were done, and others that were claimed in their place; the lanes are those of jobs that were not. */
export interface CompletedAtOnce extends Completed {
  readonly claimed: readonly ClaimedRow[];
}

/** What a worker is given of a job. */
export type ClaimedRow = Pick<
  Selectable<JobTable>,
  | 'id'
  | 'lane'
  | 'key'
  | 'payload_json'
  | 'attempts'
  | 'fence'
  | 'must_look_up'
  | 'enqueued_at'
  | 'run_at'
  | 'lease_until'
>;

/** A table whose ids the database counts. */
export type CountedTable = 'job' | 'job_error' | 'sync_run' | 'audit_entry' | 'change';

/** Jobs of one key are in order within their lane. */
export interface KeyOfLane {
  readonly lane: string;
  readonly key: string;
}

/** A database that stands open, before anything of ours is in it. */
export interface OpenedDatabase {
  readonly database: Kysely<StoreDatabase>;
  /** For reads that need not wait for a transaction under way. */
  readonly reader: Kysely<StoreDatabase>;
  readonly dialect: StoreDialect;
  onDue(listener: (lane: string) => void): () => void;
  /** Tells this process's listeners of what was just committed, and other instances where there can be any. */
  committed(lanes: readonly string[]): void;
  /** Puts a consistent copy there while others work; undefined where the database has its own tools for that. */
  readonly backup: ((file: string) => Promise<void>) | undefined;
  /** Closes `database` and `reader` too, and gives the lock back. */
  close(): Promise<void>;
}
