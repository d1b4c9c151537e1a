import type { PairName } from '../../../callout-service/src/sync/pairs/pair-names.ts';
import type { OrderWorld } from '../orders/world/order-world.ts';
import { until } from '../orders/world/until.ts';
import { seededRandom } from '../seeded-random.ts';
import { comparePair, type Comparison } from './compare/compare-pair.ts';
import { pairChecks } from './compare/pair-check.ts';
import { editAtRandom, judgeEdits } from './edits/random-edits.ts';
import { getSync, startSync, untilEnded, type Run } from './world/sync-api.ts';
import { startSyncWorld } from './world/sync-world.ts';

export interface InStepOptions {
  readonly size: 'demo' | 'mid';
  readonly engine: 'sqlite' | 'postgres';
  readonly pairs: readonly PairName[];
  readonly seed: number;
}

/** One pass over all pairs. */
export interface Pass {
  readonly name: string;
  readonly seconds: number;
  readonly runs: readonly Run[];
  readonly comparisons: readonly Comparison[];
}

export interface InStepResult {
  readonly passes: readonly Pass[];
  readonly edits: number;
  /** What must not be, in words; empty when both systems are in step. */
  readonly violations: readonly string[];
}

const EDITS_LIMIT_MS = 180_000;

/**
 * Loads everything, loads it again, which must write nothing, then changes one record in a hundred on either side or both, and
 * holds both systems against each other each time.
 */
export async function bringInStep(
  options: InStepOptions,
  say: (line: string) => void
): Promise<InStepResult> {
  const world = await startSyncWorld({
    engine: options.engine,
    instances: 1,
    companySize: options.size,
    pairs: options.pairs
  });
  try {
    await world.startServices();
    const first = await pass(world, options, { name: 'first load', mode: 'full' }, say);
    const again = await pass(world, options, { name: 'second run', mode: 'full' }, say);
    const edits = options.pairs.includes('Account-customer')
      ? await editAtRandom(world, seededRandom(options.seed))
      : [];
    say(`${edits.length} customers edited`);
    const changed = await pass(world, options, { name: 'after edits', mode: 'changes' }, say);
    let wrong: readonly string[] = [];
    await until(async () => (wrong = await judgeEdits(world, edits)).length === 0, EDITS_LIMIT_MS, 1_000);
    return {
      passes: [first, again, changed],
      edits: edits.length,
      violations: [
        ...violationsOf(first),
        ...violationsOf(again),
        ...again.runs.flatMap(({ pair, counts }) =>
          counts.created + counts.updated > 0
            ? [`second run, ${pair}: ${counts.created} created and ${counts.updated} updated`]
            : []
        ),
        ...violationsOf(changed),
        ...wrong
      ]
    };
  } finally {
    await world.close();
  }
}

async function pass(
  world: OrderWorld,
  { pairs }: InStepOptions,
  { name, mode }: { readonly name: string; readonly mode: 'full' | 'changes' },
  say: (line: string) => void
): Promise<Pass> {
  const startedAt = performance.now();
  const ids = await startSync(world, { pair: 'all', mode });
  let told = 0;
  const runs = await untilEnded(world, ids, (now) => {
    if (performance.now() - told < TELL_EVERY_MS) return;
    told = performance.now();
    for (const each of now.filter(({ state, counts }) => state === 'running' && counts.read > 0))
      say(`${name}, ${each.pair}: ${each.counts.read} read, ${each.counts.created} created`);
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  const comparisons = [];
  for (const check of pairChecks.filter(({ pair }) => pairs.includes(pair)))
    comparisons.push(await comparePair(world, check));
  return {
    name,
    seconds,
    runs: await Promise.all(runs.map(({ runId }) => getSync(world, runId))),
    comparisons
  };
}

const TELL_EVERY_MS = 10_000;

function violationsOf({ name, runs, comparisons }: Pass): string[] {
  return [
    ...runs
      .filter(({ state }) => state !== 'succeeded')
      .map(({ pair, state, reason }) => `${name}, ${pair}: ${state}, ${reason ?? 'no reason'}`),
    ...runs
      .filter(({ counts }) => counts.failed > 0)
      .map(
        ({ pair, counts, causes }) => `${name}, ${pair}: ${counts.failed} failed ${JSON.stringify(causes)}`
      ),
    ...comparisons.flatMap(({ pair, missing, superfluous, duplicated, different }) => [
      ...listed(`${name}, ${pair}: missing in Salesforce`, missing),
      ...listed(`${name}, ${pair}: not in Sage`, superfluous),
      ...listed(`${name}, ${pair}: twice in Salesforce`, duplicated),
      ...listed(`${name}, ${pair}: different`, different)
    ])
  ];
}

function listed(what: string, found: readonly string[]): string[] {
  return found.length === 0 ? [] : [`${what}: ${found.length}, as ${found.slice(0, 3).join('; ')}`];
}
