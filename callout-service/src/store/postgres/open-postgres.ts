import { Kysely } from 'kysely';
import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import { createConnectionPool, type ConnectionPool } from './connection-pool.ts';
import { openDueChannel, type DueChannel } from './due-channel.ts';
import { faultOf } from './postgres-faults.ts';
import { postgresKyselyDialect } from './postgres-kysely-dialect.ts';
import type { PostgresOptions } from './postgres-options.ts';
import { postgresStoreDialect } from './postgres-store-dialect.ts';
import { prepareSchema } from './prepare-schema.ts';

/**
 * Opens the store in PostgreSQL.
 * @throws LedgerBridgeError LB601 it would not be safe, LB602 it cannot be reached, LB618 another instance takes too long to start.
 */
export async function openPostgres(options: PostgresOptions): Promise<OpenedDatabase> {
  const { schema, observer } = options;
  const pool = createConnectionPool(options, (loss) => {
    const fault = faultOf(loss);
    if (fault !== undefined) observer?.connectionLost('pool', fault);
  });
  const database = new Kysely<StoreDatabase>({ dialect: postgresKyselyDialect(pool, options.schema) });
  try {
    await prepareSchema(database, schema);
    return openedDatabase(database, pool, schema, await openDueChannel(options));
  } catch (error) {
    await pool.close();
    throw faultOf(error) ?? error;
  }
}

function openedDatabase(
  database: Kysely<StoreDatabase>,
  pool: ConnectionPool,
  schema: string,
  channel: DueChannel
): OpenedDatabase {
  return {
    database,
    reader: database,
    dialect: postgresStoreDialect(schema),
    onDue: (listener) => channel.onDue(listener),
    committed: (lanes) => channel.committed(lanes),
    backup: undefined,
    async close() {
      await channel.close();
      await pool.close();
      await database.destroy();
    }
  };
}
