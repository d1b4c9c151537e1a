import { Pool, type PoolClient } from 'pg';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { greet } from './greeting.ts';
import { PatientClient } from './patient-client.ts';
import { lossOf, PoolExhausted, type ConnectionLost } from './postgres-failure.ts';
import type { PostgresOptions } from './postgres-options.ts';
import { clientConfig } from './session.ts';

/**
 * A connection that nobody used for so long is closed. It is short, since nobody notices that the other end of an idle
 * connection is gone, and whoever is given it next would wait for the whole time of an answer.
 */
const IDLE_TIMEOUT_MS = 10_000;

/** A connection in somebody's hands. */
export interface PooledConnection {
  readonly client: PatientClient;
  /** Gives it back, or closes it when it is spoilt or lost. */
  release(spoilt: boolean): void;
}

/** Connections that are set up and known to be to a safe server. */
export interface ConnectionPool {
  /** @throws LedgerBridgeError LB601; ConnectionLost, PostgresFailure, PoolExhausted. */
  acquire(): Promise<PooledConnection>;
  close(): Promise<void>;
}

export function createConnectionPool(
  options: PostgresOptions,
  onLost: (loss: ConnectionLost) => void
): ConnectionPool {
  const { poolSize, statementTimeoutMs, connectTimeoutMs } = options;
  const pool = new Pool({ ...clientConfig(options), max: poolSize, idleTimeoutMillis: IDLE_TIMEOUT_MS });
  const clients = new WeakMap<PoolClient, { readonly client: PatientClient; greeted: boolean }>();
  // Each client tells of its own loss already; here it would end the process.
  pool.on('error', () => undefined);
  // At this moment and not once it is handed over: a server that ends may say so with the same bytes that make the
  // connection ready, and who hears of it before anyone listens ends the process.
  pool.on('connect', (pooled) => {
    const client = new PatientClient(pooled, statementTimeoutMs + connectTimeoutMs, onLost);
    clients.set(pooled, { client, greeted: false });
  });
  const greeted = async (pooled: PoolClient): Promise<PatientClient> => {
    const known = clients.get(pooled);
    if (known === undefined) throw new TypeError('The pool gave a connection that it did not make');
    if (!known.greeted) await greet(known.client, options);
    known.greeted = true;
    return known.client;
  };
  return {
    async acquire() {
      const pooled = await connect(pool);
      try {
        const client = await greeted(pooled);
        return { client, release: (spoilt) => pooled.release(spoilt || client.lost !== undefined) };
      } catch (error) {
        pooled.release(true);
        throw error;
      }
    },
    close: () => pool.end()
  };
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    // Whatever fails here is about the connection, so nothing needs to be read from the message.
    if (error instanceof LedgerBridgeError) throw error;
    if (pool.totalCount >= pool.options.max && pool.idleCount === 0) throw new PoolExhausted(pool.totalCount);
    throw lossOf(error);
  }
}
