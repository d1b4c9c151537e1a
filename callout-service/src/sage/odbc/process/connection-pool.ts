import { Pool, TimeoutError } from 'tarn';
import { connect, DriverError, type OdbcConnection } from './driver.ts';

// Sage takes a moment to open a session, so connections outlive a coffee break.
const IDLE_TIMEOUT_MS = 5 * 60_000;
const DESTROY_TIMEOUT_MS = 1_000;

export interface ConnectionPoolOptions {
  readonly connectionString: string;
  readonly poolSize: number;
  readonly connectTimeoutMs: number;
}

interface PooledConnection {
  readonly connection: OdbcConnection;
  readonly epoch: number;
}

/** A borrowed connection. It must be handed back by exactly one of the two calls. */
export interface Lease {
  readonly connection: OdbcConnection;
  /** The connection did what was asked of it. */
  keep(): void;
  /** It failed or was cancelled; it is closed and never used again. */
  discard(): void;
}

/** Keeps ODBC connections for reuse. A connection is only ever reused after a success. */
export class ConnectionPool {
  readonly #pool: Pool<PooledConnection>;
  readonly #bad = new WeakSet<PooledConnection>();
  #epoch = 0;

  constructor(options: ConnectionPoolOptions) {
    this.#pool = new Pool<PooledConnection>({
      min: 0,
      max: options.poolSize,
      propagateCreateError: true,
      createTimeoutMillis: options.connectTimeoutMs,
      // The parent never has more reads under way than there are connections: only connecting takes time here.
      acquireTimeoutMillis: options.connectTimeoutMs + DESTROY_TIMEOUT_MS,
      idleTimeoutMillis: IDLE_TIMEOUT_MS,
      destroyTimeoutMillis: DESTROY_TIMEOUT_MS,
      create: async () => ({ epoch: this.#epoch, connection: await connect(options.connectionString) }),
      validate: (pooled) => pooled.epoch === this.#epoch && !this.#bad.has(pooled),
      destroy: (pooled) => pooled.connection.close(),
      // A connection that cannot be closed is dead already; there is nothing to add to its own failure.
      log: () => undefined
    });
  }

  /** A connection, opened if none is free. Throws DriverError when it cannot be opened in time. */
  async lease(): Promise<Lease> {
    const pooled = await this.#acquire();
    return {
      connection: pooled.connection,
      keep: () => this.#pool.release(pooled),
      discard: () => {
        this.#bad.add(pooled);
        this.#pool.release(pooled);
      }
    };
  }

  /** Makes every connection that is open now unfit for reuse: what broke one may have broken all. */
  distrustAll(): void {
    this.#epoch += 1;
  }

  /** Waits until all are handed back, then closes them. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  async #acquire(): Promise<PooledConnection> {
    try {
      return await this.#pool.acquire().promise;
    } catch (cause) {
      if (!(cause instanceof TimeoutError)) throw cause;
      throw new DriverError(
        { stage: 'connect', reason: 'timeout', state: 'HYT01', message: 'connecting took too long' },
        { cause }
      );
    }
  }
}
