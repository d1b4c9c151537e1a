import { loadavg } from 'node:os';
import type { CustomerKey } from '../../../callout-service/src/canonical/customer-key.ts';
import type { LoadResult } from '../load/in-parallel.ts';
import { createRandom, draw } from '../load/random.ts';
import { percentile, spread } from '../percentiles.ts';
import type { Budget, Measurement } from '../scenario.ts';
import { startRawOdbc, type RawOdbc } from './raw-odbc.ts';
import { mustBeLive, startServiceUnderLoad, type ServiceUnderLoad } from '../service/service-under-load.ts';
import type { Surroundings } from '../service/surroundings.ts';

export const PARALLEL = [1, 4, 16] as const;
export const ROUNDS = 7;
export const READS_PER_ROUND = 500;
export const WARM_UP_READS = 1_000;

interface Pair {
  readonly parallel: number;
  readonly raw: RawOdbc;
  readonly service: ServiceUnderLoad;
  readonly rounds: { readonly raw: LoadResult; readonly service: LoadResult }[];
}

/**
 * The service against the statements it needs, in turns: each round reads the same random customers once raw and once
 * through the service, with as many connections to Sage on both sides as there are reads at once.
 */
export async function measureOverRaw(
  surroundings: Surroundings
): Promise<{ measurements: Measurement[]; budgets: Budget[]; keys: readonly CustomerKey[] }> {
  const pairs: Pair[] = [];
  try {
    for (const parallel of PARALLEL) {
      const raw = await startRawOdbc(parallel, surroundings);
      const service = await startServiceUnderLoad(`pool-${parallel}`, parallel, surroundings);
      pairs.push({ parallel, raw, service, rounds: [] });
    }
    const keys = pairs[0]?.raw.keys ?? [];
    await runRounds(pairs, keys, surroundings);
    return { measurements: pairs.flatMap(measurementsOf), budgets: pairs.flatMap(budgetsOf), keys };
  } finally {
    await Promise.all(pairs.flatMap(({ raw, service }) => [raw.stop(), service.stop()]));
  }
}

async function runRounds(
  pairs: readonly Pair[],
  keys: readonly CustomerKey[],
  { seed, say }: Surroundings
): Promise<void> {
  const random = createRandom(seed);
  for (const pair of pairs) await readBoth(pair, draw(keys, WARM_UP_READS, random), 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const pair of pairs) {
      pair.rounds.push(await readBoth(pair, draw(keys, READS_PER_ROUND, random), round));
    }
    const [load = 0] = loadavg();
    say(`round ${round + 1} of ${ROUNDS} against raw ODBC, load ${load.toFixed(2)}`);
  }
}

/** Who goes first changes from round to round, so that neither side always finds the warmer machine. */
async function readBoth(
  { raw, service, parallel }: Pair,
  keys: readonly CustomerKey[],
  round: number
): Promise<Pair['rounds'][number]> {
  const readRaw = () => raw.read(keys);
  const readService = () => service.readSummaries(keys, parallel, mustBeLive);
  if (round % 2 === 0) return { raw: await readRaw(), service: await readService() };
  const ofService = await readService();
  return { raw: await readRaw(), service: ofService };
}

function measurementsOf({ parallel, rounds }: Pair): Measurement[] {
  return [
    measurement(
      `raw ODBC, ${parallel} parallel`,
      rounds.map(({ raw }) => raw)
    ),
    measurement(
      `service, ${parallel} parallel`,
      rounds.map(({ service }) => service)
    )
  ];
}

function measurement(what: string, results: readonly LoadResult[]): Measurement {
  const rates = results.map(({ milliseconds, elapsedMs }) => (milliseconds.length / elapsedMs) * 1_000);
  return {
    what,
    milliseconds: spread(results.flatMap(({ milliseconds }) => milliseconds)),
    requestsPerSecond: percentile(rates, 0.5)
  };
}

/** The median over the rounds: a round that somebody else's work disturbed does not move it. */
function budgetsOf({ parallel, rounds }: Pair): Budget[] {
  const over = (share: number) =>
    percentile(
      rounds.map(
        ({ raw, service }) => percentile(service.milliseconds, share) / percentile(raw.milliseconds, share)
      ),
      0.5
    );
  return [
    { what: `service over raw ODBC, p50, ${parallel} parallel`, limit: 1.5, measured: over(0.5), unit: '×' },
    { what: `service over raw ODBC, p99, ${parallel} parallel`, limit: 3, measured: over(0.99), unit: '×' }
  ];
}
