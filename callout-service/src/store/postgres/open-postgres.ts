import { EventEmitter } from 'node:events';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Client, Pool, types as pgTypes, type ClientConfig } from 'pg';
import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import { postgresStoreDialect } from './postgres-store-dialect.ts';

/** Which database, and how long it is waited for. */
export interface PostgresOptions {
  /** `postgres://…`, with the password: never logged. */
  readonly url: string;
  /** Small letters, digits and underscores; made where it is missing. One store a schema. */
  readonly schema: string;
  readonly poolSize: number;
  readonly connectTimeoutMs: number;
  readonly statementTimeoutMs: number;
}

/** OID of int8: counts and moments stay far below 2^53. */
const INT8 = 20;

/**
 * Opens the store in PostgreSQL.
 * @throws LedgerBridgeError LB601 it would not be durable, LB602 it cannot be reached.
 */
export async function openPostgres(options: PostgresOptions): Promise<OpenedDatabase> {
  const { schema } = options;
  const config: ClientConfig = {
    connectionString: options.url,
    connectionTimeoutMillis: options.connectTimeoutMs,
    statement_timeout: options.statementTimeoutMs,
    options: `-c search_path=${schema}`,
    application_name: 'ledger-bridge',
    keepAlive: true,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 ? Number : (pgTypes.getTypeParser(oid, format as 'text') as unknown)
    } as ClientConfig['types']
  };
  const pool = new Pool({ ...config, max: options.poolSize });
  pool.on('error', () => undefined); // an idle connection broke: the pool replaces it
  const database = new Kysely<StoreDatabase>({ dialect: new PostgresDialect({ pool }) });
  await prepareSchema(database, schema);
  const due = new EventEmitter();
  const listener = new Client(config);
  listener.on('notification', ({ payload }) => due.emit('due', payload ?? ''));
  listener.on('error', () => undefined);
  await listener.connect();
  await listener.query(`listen ${listener.escapeIdentifier(schema)}`);
  return {
    database,
    reader: database,
    dialect: postgresStoreDialect(schema),
    onDue(heard) {
      due.on('due', heard);
      return () => due.off('due', heard);
    },
    committed: () => undefined,
    backup: undefined,
    async close() {
      await listener.end();
      await database.destroy();
    }
  };
}

/** The clock is a function so that there is one place that says what time it is. Instances that start together wait. */
async function prepareSchema(database: Kysely<StoreDatabase>, schema: string): Promise<void> {
  await database.transaction().execute(async (within) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${schema}, 1))`.execute(within);
    await sql`create schema if not exists ${sql.id(schema)}`.execute(within);
    const known = await sql`select from pg_proc where proname = 'now_ms'
      and pronamespace = ${schema}::regnamespace`.execute(within);
    if (known.rows.length > 0) return;
    await sql`create function ${sql.id(schema, 'now_ms')}() returns bigint language sql volatile
      as 'select (extract(epoch from clock_timestamp()) * 1000)::bigint'`.execute(within);
  });
}
