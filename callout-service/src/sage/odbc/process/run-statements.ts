import type { CellRow, Run } from '../protocol.ts';
import type { ConnectionPool, Lease } from './connection-pool.ts';
import { describeFailure, queryRows } from './driver.ts';
import type { Send } from './send.ts';

/**
 * Runs the statements of one message on one connection and sends what became of them. At the deadline the failure is
 * sent at once and the driver is asked to cancel; `released` follows when it does. It may never: the parent then ends
 * this process.
 */
export async function runStatements(pool: ConnectionPool, message: Run, send: Send): Promise<void> {
  const { id } = message;
  let lease: Lease;
  try {
    lease = await pool.lease();
  } catch (error) {
    send({ type: 'failed', id, failure: describeFailure('connect', error) });
    return;
  }
  let timedOut = false;
  const deadline = setTimeout(() => {
    timedOut = true;
    sendTimeout(id, message.timeoutMs, send);
    // A driver that cannot cancel says so here; the parent's grace period is the answer to that.
    lease.connection.cancel().catch(() => undefined);
  }, message.timeoutMs);
  try {
    const results = await queryAll(lease, message.statements, () => timedOut);
    if (!timedOut) {
      lease.keep();
      send({ type: 'rows', id, results });
    }
  } catch (error) {
    if (!timedOut) {
      lease.discard();
      pool.distrustAll();
      send({ type: 'failed', id, failure: describeFailure('query', error) });
    }
  } finally {
    clearTimeout(deadline);
  }
  if (timedOut) {
    lease.discard();
    send({ type: 'released', id });
  }
}

async function queryAll(
  lease: Lease,
  statements: readonly string[],
  stopped: () => boolean
): Promise<readonly (readonly CellRow[])[]> {
  const results: (readonly CellRow[])[] = [];
  for (const sql of statements) {
    if (stopped()) break;
    results.push(await queryRows(lease.connection, sql));
  }
  return results;
}

function sendTimeout(id: number, timeoutMs: number, send: Send): void {
  const message = `no answer within ${timeoutMs} ms`;
  send({ type: 'failed', id, failure: { stage: 'query', reason: 'timeout', state: 'HYT00', message } });
}
