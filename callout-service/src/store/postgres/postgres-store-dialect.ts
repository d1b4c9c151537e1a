import { sql } from 'kysely';
import type { StoreDialect } from '../dialect/store-dialect.ts';
import { completeAtOnce } from './complete-at-once.ts';
import { contentBytes } from './content-size.ts';
import { feedLock, locksOf } from './key-locks.ts';
import { faultOf, mayRunAgain } from './postgres-faults.ts';
import { CommitUnanswered } from './postgres-failure.ts';

/** PostgreSQL: several instances, so rows and keys are locked, and the clock is the server's. */
export function postgresStoreDialect(schema: string): StoreDialect {
  return {
    engine: 'postgres',
    schema,
    now: () => sql<number>`${sql.ref(`${schema}.now_ms`)}()`,
    async lockKeys(database, keys) {
      const { store, locks } = locksOf(schema, keys);
      if (locks.length === 0) return;
      // Numbers in the text, no values: so it travels together with BEGIN.
      await sql`select pg_advisory_xact_lock(${sql.lit(store)}, lock)
        from unnest(${sql.lit(`{${locks.join(',')}}`)}::int[]) as wanted (lock)`.execute(database);
    },
    async lockFeed(database) {
      const [store, feed] = feedLock(schema);
      await sql`select pg_advisory_xact_lock(${sql.lit(store)}, ${sql.lit(feed)})`.execute(database);
    },
    completeAtOnce: (database, leases, request) => completeAtOnce(database, schema, { leases, request }),
    skipLocked: (query) => query.forUpdate().skipLocked(),
    isOneOf: (column, texts) => sql<boolean>`${sql.ref(column)} = any(${texts}::text[])`,
    async holdMoment(database) {
      await sql`set transaction isolation level repeatable read, read only`.execute(database);
    },
    async lastId(database, table) {
      const { rows } = await sql<{ last: number | null }>`select pg_sequence_last_value(
        pg_get_serial_sequence(${table}, 'id')::regclass) as last`.execute(database);
      return rows[0]?.last ?? 0;
    },
    async countOnFrom(database, table, lastId) {
      if (lastId === 0) return; // a sequence begins with 1 and cannot be set to 0
      await sql`select setval(pg_get_serial_sequence(${table}, 'id')::regclass, ${lastId})`.execute(database);
    },
    sizeBytes: (database) => contentBytes(database, schema),
    async version(database) {
      const { rows } = await sql<{ server_version: string }>`show server_version`.execute(database);
      return rows[0]?.server_version ?? '';
    },
    checkPages: async (database) => {
      const { rows } = await sql<{ failures: number | null }>`select checksum_failures as failures
        from pg_stat_database where datname = current_database()`.execute(database);
      const failures = rows[0]?.failures ?? 0;
      return failures === 0 ? [] : [`${failures} pages of the database did not have their checksum`];
    },
    giveBackSpace: () => Promise.resolve(), // autovacuum does
    faultOf,
    mayRunAgain,
    mayBeCommitted: (error) => error instanceof CommitUnanswered
  };
}
