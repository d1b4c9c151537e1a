import { setTimeout as delay } from 'node:timers/promises';
import type { CustomerKey } from '../../../callout-service/src/canonical/customer-key.ts';
import { HttpConnection } from '../load/http-connection.ts';
import { spread } from '../percentiles.ts';
import type { Budget, Measurement } from '../scenario.ts';
import type { ServiceUnderLoad } from './service-under-load.ts';
import type { Surroundings } from './surroundings.ts';

export const HEALTH_PROBES = 1_000;
/** More than can time out while health is measured. */
export const READS_THAT_HANG = 400;
const HEALTH_INTERVAL_MS = 10;

/**
 * `/healthz` while every connection of the service to Sage hangs. `users` read the customers of `keys` all the while, miss
 * their deadlines, and reader processes that hang are killed and replaced. Sage answers again at the end.
 */
export async function measureHealthWhileHanging(
  service: ServiceUnderLoad,
  { sage }: Pick<Surroundings, 'sage'>,
  keys: readonly CustomerKey[],
  users: number
): Promise<{ readonly measurement: Measurement; readonly budget: Budget }> {
  await sage.control.hang();
  let hangs = true;
  const reading = service.readSummaries(keys, users, ({ body }) => {
    if (hangs && body.includes('"source":"live"')) throw new Error('Sage answered although it should hang.');
  });
  const health = await Promise.race([probeHealth(service.url), reading.then(endedTooSoon)]);
  hangs = false;
  await sage.control.start();
  await reading;
  const what = '/healthz while every connection to Sage hangs';
  const measurement = { what, milliseconds: spread(health) };
  const measured = measurement.milliseconds.p99;
  return { measurement, budget: { what: `${what}, p99`, limit: 50, measured, unit: 'ms' } };
}

function endedTooSoon(): never {
  throw new Error('The reads ended before health was measured.');
}

/** Paced, so that the probes outlast the deadlines of the reads. */
async function probeHealth(url: string): Promise<number[]> {
  const connection = await HttpConnection.open(url);
  const milliseconds: number[] = [];
  while (milliseconds.length < HEALTH_PROBES) {
    const begun = performance.now();
    const { status } = await connection.get('/healthz');
    if (status !== 200) throw new Error(`/healthz answered ${status}.`);
    milliseconds.push(performance.now() - begun);
    await delay(HEALTH_INTERVAL_MS);
  }
  connection.close();
  return milliseconds;
}
