import { sql } from 'kysely';
import { DatabaseError } from 'pg';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { StoreDialect } from '../dialect/store-dialect.ts';

/** PostgreSQL: several instances, so rows and keys are locked, and the clock is the server's. */
export function postgresStoreDialect(schema: string): StoreDialect {
  return {
    engine: 'postgres',
    schema,
    now: () => sql<number>`${sql.ref(`${schema}.now_ms`)}()`,
    async lockKeys(database, keys) {
      // Always in the same order, so that two transactions that need the same keys do not wait for each other in a ring.
      const names = keys.map(({ lane, key }) => `${schema} ${lane} ${key}`).toSorted();
      if (names.length === 0) return;
      await sql`select pg_advisory_xact_lock(hashtextextended(name, 0))
        from unnest(${names}::text[]) with ordinality as wanted (name, place) order by place`.execute(
        database
      );
    },
    skipLocked: (query) => query.forUpdate().skipLocked(),
    async announceDue(database, lanes) {
      await sql`select pg_notify(${schema}, lane) from unnest(${lanes}::text[]) as due (lane)`.execute(
        database
      );
    },
    async sizeBytes(database) {
      const { rows } = await sql<{
        bytes: number;
      }>`select coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint as bytes
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = ${schema} and c.relkind = 'r'`.execute(database);
      return rows[0]?.bytes ?? 0;
    },
    async version(database) {
      const { rows } = await sql<{ server_version: string }>`show server_version`.execute(database);
      return rows[0]?.server_version ?? '';
    },
    checkPages: () => Promise.resolve([]),
    faultOf,
    mayRunAgain: (error) => error instanceof DatabaseError && ['40001', '40P01'].includes(error.code ?? '')
  };
}

// Codes: PostgreSQL manual, Appendix A. What is no DatabaseError comes from the connection.
function faultOf(error: unknown): LedgerBridgeError | undefined {
  if (!(error instanceof Error) || error instanceof LedgerBridgeError) return undefined;
  if (!(error instanceof DatabaseError)) {
    return isConnectionFault(error)
      ? new LedgerBridgeError('LB602', { detail: 'The PostgreSQL server did not answer.', cause: error })
      : undefined;
  }
  const code = error.code ?? '';
  if (code === '53100')
    return new LedgerBridgeError('LB605', { detail: 'The disk of PostgreSQL is full.', cause: error });
  if (/^XX00[12]$/.test(code))
    return new LedgerBridgeError('LB606', { detail: 'PostgreSQL found damaged data.', cause: error });
  if (code === '55P03')
    return new LedgerBridgeError('LB618', { detail: 'PostgreSQL waited too long for a lock.', cause: error });
  if (/^(08|57P|53|57014)/.test(code)) {
    return new LedgerBridgeError('LB602', {
      detail: 'PostgreSQL ended the connection or the statement.',
      cause: error
    });
  }
  return undefined;
}

function isConnectionFault(error: Error): boolean {
  if ('code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)) return true;
  return /connection|timeout|terminated|not queryable/i.test(error.message);
}
