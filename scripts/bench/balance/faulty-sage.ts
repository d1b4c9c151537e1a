import { setTimeout as delay } from 'node:timers/promises';
import type { CustomerKey } from '../../../callout-service/src/canonical/customer-key.ts';
import { HttpConnection } from '../load/http-connection.ts';
import type { LoadResult } from '../load/in-parallel.ts';
import { createRandom, draw } from '../load/random.ts';
import { spread } from '../percentiles.ts';
import type { Budget, Measurement } from '../scenario.ts';
import { mustBeLive, startServiceUnderLoad, type ServiceUnderLoad } from './service-under-load.ts';
import type { Surroundings } from './surroundings.ts';

export const USERS = 50;
/** Each read holds its connection for three statements of 50 ms, so who waits for one waits another 150 ms. */
export const SLOW_POOL_SIZE = 50;
export const SLOW_STATEMENT_MS = 50;
export const SLOW_READS = 1_500;
export const HEALTH_PROBES = 1_000;
const HEALTH_INTERVAL_MS = 10;
/** More than can time out while health is measured. */
const READS_THAT_HANG = 400;

interface Figures {
  readonly measurement: Measurement;
  readonly budget: Budget;
}

/** The service while Sage is slow, and its health while Sage hangs. */
export async function measureFaultySage(
  surroundings: Surroundings,
  keys: readonly CustomerKey[]
): Promise<Figures[]> {
  const service = await startServiceUnderLoad('slow', SLOW_POOL_SIZE, surroundings);
  try {
    const random = createRandom(surroundings.seed);
    await service.readSummaries(draw(keys, SLOW_READS, random), USERS, mustBeLive);
    surroundings.say(`${USERS} users, Sage answers each statement in ${SLOW_STATEMENT_MS} ms`);
    const slow = await whileSlow(service, surroundings, draw(keys, SLOW_READS, random));
    surroundings.say('health while every connection to Sage hangs');
    const hanging = await whileHanging(service, surroundings, draw(keys, READS_THAT_HANG, random));
    return [slow, hanging];
  } finally {
    await surroundings.sage.control.start();
    await service.stop();
  }
}

async function whileSlow(
  service: ServiceUnderLoad,
  { sage }: Surroundings,
  keys: readonly CustomerKey[]
): Promise<Figures> {
  await sage.control.slow(SLOW_STATEMENT_MS);
  const result = await service.readSummaries(keys, USERS, mustBeLive);
  await sage.control.start();
  const what = `service, ${USERS} users, Sage takes ${SLOW_STATEMENT_MS} ms a statement`;
  const measurement = measurementOf(what, result);
  const measured = measurement.milliseconds.p95;
  return { measurement, budget: { what: `${what}, p95`, limit: 300, measured, unit: 'ms' } };
}

/** Reads go on all the while, miss their deadlines, and reader processes that hang are killed and replaced. */
async function whileHanging(
  service: ServiceUnderLoad,
  { sage }: Surroundings,
  keys: readonly CustomerKey[]
): Promise<Figures> {
  await sage.control.hang();
  let hangs = true;
  const reading = service.readSummaries(keys, USERS, ({ body }) => {
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

function measurementOf(what: string, { milliseconds, elapsedMs }: LoadResult): Measurement {
  const requestsPerSecond = (milliseconds.length / elapsedMs) * 1_000;
  return { what, milliseconds: spread(milliseconds), requestsPerSecond };
}
