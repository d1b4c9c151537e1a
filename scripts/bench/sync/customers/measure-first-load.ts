import type { OrderWorld } from '../../../../test/faults/orders/world/order-world.ts';
import { until } from '../../../../test/faults/orders/world/until.ts';
import { getSync, startSync } from '../../../../test/faults/sync/world/sync-api.ts';
import type { Budget, ResultTable } from '../../scenario.ts';
import { bareLoad, readAccounts } from './bare-load.ts';

const LIMIT_MS = 900_000;
const POLL_MS = 200;
/** Numbers of divisions that Sage does not have: the bare load is done under each, and the quickest one counts. */
const BARE_DIVISIONS = ['97', '98', '99'];
/** Over the bare load. */
const LIMIT = 1.25;

/** What the engine did. */
export interface EngineLoad {
  readonly records: number;
  readonly seconds: number;
}

/** Loads every customer for the first time, as an admin starts it. @throws Error when a record fails. */
export async function engineLoad(world: OrderWorld): Promise<EngineLoad> {
  const startedAt = performance.now();
  const [id = 0] = await startSync(world, { pair: 'Account-customer', mode: 'full' });
  const isOver = async () => (await getSync(world, id)).state !== 'running';
  await until(isOver, LIMIT_MS, POLL_MS);
  const seconds = (performance.now() - startedAt) / 1_000;
  const { state, counts, reason } = await getSync(world, id);
  if (state !== 'succeeded' || counts.failed > 0)
    throw new Error(`The first load ${state}, ${counts.failed} failed: ${reason ?? ''}`);
  return { records: counts.created, seconds };
}

/** The same rows by bulk jobs alone, of the engine's rows that the benchmark has made. The service must be stopped. */
export async function compareWithBare(
  world: OrderWorld,
  engine: EngineLoad
): Promise<{ readonly table: ResultTable; readonly budget: Budget }> {
  const rows = await readAccounts(world);
  const times: number[] = [];
  const failures: unknown[] = [];
  for (const division of BARE_DIVISIONS) {
    // jsforce sends rows as a stream, which it cannot send again where the org had just closed the connection.
    await bareLoad(world, rows, division).then(
      (seconds) => times.push(seconds),
      (error: unknown) => failures.push(error)
    );
  }
  if (times.length === 0) throw new AggregateError(failures, 'No bare load came to its end');
  const [bare, whole] = [rows.length / Math.min(...times), engine.records / engine.seconds];
  const ratio = bare / whole;
  const line = (what: string, records: number, seconds: number) => [
    ...[what, String(records), seconds.toFixed(1), (records / seconds).toFixed(0)]
  ];
  return {
    table: {
      title:
        'first load of customers: digests, reading, mapping, links and Bulk API 2.0, against the bulk jobs alone',
      head: ['what', 'records', 's', 'records/s', 'time a record over bare'],
      rows: [
        [...line('engine', engine.records, engine.seconds), `${ratio.toFixed(2)} ×`],
        [...line('bare jsforce, Bulk API 2.0', rows.length, Math.min(...times)), '']
      ]
    },
    budget: {
      what: 'first load, time a record over the bare bulk load',
      limit: LIMIT,
      measured: ratio,
      unit: '×'
    }
  };
}
