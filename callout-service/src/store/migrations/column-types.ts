import { sql, type ColumnBuilderCallback, type CreateTableBuilder, type RawBuilder } from 'kysely';
import type { StoreDialect } from '../dialect/store-dialect.ts';
import { COMPLETE_JOB, COMPLETE_JOBS } from './complete-jobs-function.ts';
import { checkJobs, JOB_IS_SOUND, JOB_SOUND } from './job-checks.ts';

/** What the two databases name differently when tables are made. */
export interface ColumnTypes {
  /** Whole number of 64 bits. */
  readonly whole: 'integer' | 'bigint';
  /** A primary key that grows with each row and is never used twice. */
  readonly id: RawBuilder<unknown>;
  readonly idColumn: ColumnBuilderCallback;
  /** A text in whose order rows are read: by its bytes, the same in both, and not by a language's rules. */
  readonly orderedText: RawBuilder<unknown>;
  /** What the database keeps beside the tables of jobs. */
  readonly besideJobs: readonly RawBuilder<unknown>[];
  /** Adds the checks that each job's columns fit each other, unless they stand in `besideJobs`. */
  checkedJobs<Table extends string, Column extends string>(
    table: CreateTableBuilder<Table, Column>
  ): CreateTableBuilder<Table, Column>;
  /** Ends the statement that makes a table. */
  strict<Table extends string, Column extends string>(
    table: CreateTableBuilder<Table, Column>
  ): CreateTableBuilder<Table, Column>;
  /** As `strict`, for a table of narrow rows that are found by their key alone. */
  keyed<Table extends string, Column extends string>(
    table: CreateTableBuilder<Table, Column>
  ): CreateTableBuilder<Table, Column>;
  /** As `strict`, for a table whose rows change again and again and are deleted in the end. */
  churning<Table extends string, Column extends string>(
    table: CreateTableBuilder<Table, Column>
  ): CreateTableBuilder<Table, Column>;
}

/**
 * As PostgreSQL comes, autovacuum waits until a fifth of a table is dead, and claims would walk over all of that; here
 * it comes after 1,000 changes and a fiftieth. Room for updates in place (fillfactor) would be wasted, since every change
 * of a job's state changes an index.
 */
const CHURNING = sql`with (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0.02,
  autovacuum_analyze_threshold = 1000, autovacuum_analyze_scale_factor = 0.05)`;

/** For SQLite tables are STRICT, so that a text in a number's place is refused as PostgreSQL refuses it. */
export function columnTypesOf(engine: StoreDialect['engine']): ColumnTypes {
  if (engine === 'postgres') {
    return {
      whole: 'bigint',
      id: sql`bigint`,
      // By default, not always: an import brings the numbers along.
      idColumn: (column) => column.generatedByDefaultAsIdentity().primaryKey(),
      orderedText: sql`text collate "C"`,
      besideJobs: [JOB_IS_SOUND, JOB_SOUND, COMPLETE_JOBS, COMPLETE_JOB],
      checkedJobs: (table) => table, // beside them
      strict: (table) => table,
      keyed: (table) => table,
      churning: (table) => table.modifyEnd(CHURNING)
    };
  }
  return {
    whole: 'integer',
    id: sql`integer`,
    idColumn: (column) => column.primaryKey().autoIncrement(),
    orderedText: sql`text`, // SQLite's own order
    besideJobs: [],
    checkedJobs: checkJobs,
    strict: (table) => table.modifyEnd(sql`strict`),
    keyed: (table) => table.modifyEnd(sql`strict, without rowid`), // sqlite.org/withoutrowid.html
    churning: (table) => table.modifyEnd(sql`strict`)
  };
}
