import { sql, type Kysely } from 'kysely';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import { PostgresFailure } from './postgres-failure.ts';

/**
 * Makes the schema and its clock where they are missing. The clock is a function, so that one place says what time it
 * is. Instances that start together wait for each other.
 * @throws LedgerBridgeError LB601 when the user may not make it.
 */
export async function prepareSchema(database: Kysely<StoreDatabase>, schema: string): Promise<void> {
  try {
    await database.transaction().execute((within) => makeMissing(within, schema));
  } catch (error) {
    if (!(error instanceof PostgresFailure && error.code === '42501')) throw error;
    throw new LedgerBridgeError('LB601', {
      detail: `The user of PostgreSQL may not make the schema ${schema}, or not work in it.`,
      cause: error
    });
  }
}

async function makeMissing(within: Kysely<StoreDatabase>, schema: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${sql.lit(schema)}, 1))`.execute(within);
  const schemas = await sql`select from pg_namespace where nspname = ${schema}`.execute(within);
  // Asked first, since `if not exists` wants the right to make it even where it is there.
  if (schemas.rows.length === 0) await sql`create schema ${sql.id(schema)}`.execute(within);
  const clocks = await sql`select from pg_proc where proname = 'now_ms'
    and pronamespace = ${schema}::regnamespace`.execute(within);
  if (clocks.rows.length > 0) return;
  await sql`create function ${sql.id(schema, 'now_ms')}() returns bigint language sql volatile
    as 'select (extract(epoch from clock_timestamp()) * 1000)::bigint'`.execute(within);
}
