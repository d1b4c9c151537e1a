import type { CustomerKey } from '../../../callout-service/src/canonical/customer-key.ts';
import type { LoadResult } from '../load/in-parallel.ts';
import { createRandom, draw } from '../load/random.ts';
import { spread } from '../percentiles.ts';
import type { Budget, Measurement } from '../scenario.ts';
import { measureHealthWhileHanging, READS_THAT_HANG } from '../service/health-while-hanging.ts';
import { mustBeLive, startServiceUnderLoad, type ServiceUnderLoad } from '../service/service-under-load.ts';
import type { Surroundings } from '../service/surroundings.ts';

export const USERS = 50;
/** Each read holds its connection for three statements of 50 ms, so who waits for one waits another 150 ms. */
export const SLOW_POOL_SIZE = 50;
export const SLOW_STATEMENT_MS = 50;
export const SLOW_READS = 1_500;

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
    const hanging = await measureHealthWhileHanging(
      service,
      surroundings,
      draw(keys, READS_THAT_HANG, random),
      USERS
    );
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

function measurementOf(what: string, { milliseconds, elapsedMs }: LoadResult): Measurement {
  const requestsPerSecond = (milliseconds.length / elapsedMs) * 1_000;
  return { what, milliseconds: spread(milliseconds), requestsPerSecond };
}
