import type { CellRow, Run } from '../protocol.ts';
import type { ConnectionPool, Lease } from './connection-pool.ts';
import { Deadline } from './deadline.ts';
import { describeFailure, queryRows } from './driver.ts';
import type { Send } from './send.ts';

/**
 * Runs the statements of one message on one connection and sends what became of them. At the deadline the failure is
 * sent at once and the driver is asked to cancel; `released` follows when it does. It may never: the parent then ends
 * this process.
 */
export async function runStatements(pool: ConnectionPool, message: Run, send: Send): Promise<void> {
  const { id } = message;
  const lease = await pool.lease().catch((error: unknown) => {
    send({ type: 'failed', id, failure: describeFailure('connect', error) });
  });
  if (lease === undefined) return;
  const deadline = new Deadline(message.timeoutMs, () => {
    sendTimeout(message, send);
    // A driver that cannot cancel says so here; the parent's grace period is the answer to that.
    lease.connection.cancel().catch(() => undefined);
  });
  try {
    const results = await queryAll(lease, message, deadline);
    if (deadline.meet()) {
      lease.keep();
      send({ type: 'rows', id, results });
    }
  } catch (error) {
    if (deadline.meet()) {
      lease.discard();
      pool.distrustAll();
      send({ type: 'failed', id, failure: describeFailure('query', error) });
    }
  }
  if (deadline.isMissed) {
    lease.discard();
    send({ type: 'released', id });
  }
}

async function queryAll(
  lease: Lease,
  { statements, stopAfterRows = Number.POSITIVE_INFINITY }: Run,
  deadline: Deadline
): Promise<readonly (readonly CellRow[])[]> {
  const results: (readonly CellRow[])[] = [];
  let rowCount = 0;
  for (const sql of statements) {
    if (deadline.isMissed) break;
    const rows = rowCount < stopAfterRows ? await queryRows(lease.connection, sql) : [];
    rowCount += rows.length;
    results.push(rows);
  }
  return results;
}

function sendTimeout({ id, timeoutMs }: Run, send: Send): void {
  const message = `no answer within ${timeoutMs} ms`;
  send({ type: 'failed', id, failure: { stage: 'query', reason: 'timeout', state: 'HYT00', message } });
}
