import type { PairName } from '../../../callout-service/src/sync/pairs/pair-names.ts';
import type { OrderWorld } from '../orders/world/order-world.ts';
import { until } from '../orders/world/until.ts';
import { seededRandom } from '../seeded-random.ts';
import { comparePair, type Comparison } from './compare/compare-pair.ts';
import { pairChecks } from './compare/pair-check.ts';
import { decideConflict } from './edits/decide-conflict.ts';
import type { Edit } from './edits/edit.ts';
import { judgeConflicts, waitingForPeople } from './edits/judge-conflicts.ts';
import { judgeEdits } from './edits/judge-edits.ts';
import { makeNewRecords, type NewRecord } from './edits/new-records.ts';
import { publishRules } from './edits/publish-rules.ts';
import { editAtRandom } from './edits/random-edits.ts';
import { patientSettings } from './world/patient-settings.ts';
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
  readonly edits: readonly Edit[];
  /** Records that were made on one side. */
  readonly made: number;
  /** Conflicts that a person was asked about, and decided. */
  readonly decided: number;
  /** What must not be, in words; empty when both systems are in step. */
  readonly violations: readonly string[];
}

const EDITS_LIMIT_MS = 180_000;

/**
 * Loads everything, loads it again, which must write nothing; then changes one record in a hundred on either side or both
 * while the service is away, and makes new ones. Each conflict must end as its rule says, and be told; those that a person
 * decides are decided. Then everything is loaded once more, which must write nothing.
 */
export async function bringInStep(
  options: InStepOptions,
  say: (line: string) => void
): Promise<InStepResult> {
  const world = await startSyncWorld({
    engine: options.engine,
    instances: 1,
    companySize: options.size,
    pairs: options.pairs,
    settings: patientSettings
  });
  try {
    await world.startServices();
    if (options.pairs.includes('Account-customer')) await publishRules(world);
    const first = await pass(world, options, { name: 'first load', mode: 'full' }, say);
    const again = await pass(world, options, { name: 'second run', mode: 'full' }, say);
    const { changed, edits, made, wrong } = await edited(world, options, say);
    const asked = await waitingForPeople(world, edits);
    const unheard = await decide(world, asked);
    const settled = await pass(world, options, { name: 'in step again', mode: 'full' }, say);
    const passes = [first, again, changed, settled];
    return {
      ...{ passes, edits, made, decided: asked.length },
      violations: [
        ...[first, again, settled].flatMap(violationsOf),
        ...[again, settled].flatMap(writesOf),
        ...violationsOf({ ...changed, comparisons: [] }),
        ...wrong,
        ...unheard
      ]
    };
  } finally {
    await world.close();
  }
}

interface Edited {
  readonly changed: Pass;
  readonly edits: readonly Edit[];
  readonly made: number;
  readonly wrong: readonly string[];
}

async function edited(
  world: OrderWorld,
  options: InStepOptions,
  say: (line: string) => void
): Promise<Edited> {
  const random = seededRandom(options.seed);
  // Whatever changes now is a conflict wherever both sides change it.
  await world.stopServices();
  const edits = await editAtRandom(world, { ...options, random, unseen: true });
  const made = await makeNewRecords(world, { ...options, random });
  say(`${edits.length} values edited, ${made.length} records made`);
  await world.startServices();
  const changed = await pass(world, options, { name: 'after edits', mode: 'changes' }, say);
  let wrong: readonly string[] = [];
  await until(
    async () => (wrong = await whatIsWrong(world, edits, made)).length === 0,
    EDITS_LIMIT_MS,
    1_000
  );
  return { changed, edits, made: made.length, wrong };
}

async function whatIsWrong(
  world: OrderWorld,
  edits: readonly Edit[],
  made: readonly NewRecord[]
): Promise<readonly string[]> {
  const absent: string[] = [];
  for (const each of made) if (!(await each.isThere(world))) absent.push(`${each.words}: not on both sides`);
  return [...(await judgeEdits(world, edits)), ...(await judgeConflicts(world, edits)), ...absent];
}

/** As a person does who was asked; gives what did not end as he said. */
async function decide(
  world: OrderWorld,
  asked: Awaited<ReturnType<typeof waitingForPeople>>
): Promise<readonly string[]> {
  const decided: Edit[] = [];
  for (const [place, { edit, jobId }] of asked.entries())
    decided.push(await decideConflict(world, edit, jobId, place % 2 === 0 ? 'sage' : 'salesforce'));
  let wrong: readonly string[] = [];
  await until(async () => (wrong = await judgeEdits(world, decided)).length === 0, EDITS_LIMIT_MS, 1_000);
  return wrong.map((each) => `decided by a person: ${each}`);
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

/** Of a conflict that a person is asked about: whether it is one is judged by itself. */
const ASKED = 'LB780';

function violationsOf({ name, runs, comparisons }: Pass): string[] {
  return [
    ...runs
      .filter(({ state }) => state !== 'succeeded')
      .map(({ pair, state, reason }) => `${name}, ${pair}: ${state}, ${reason ?? 'no reason'}`),
    ...runs
      .filter(({ counts, causes }) => counts.failed > (causes[ASKED] ?? 0))
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

/** A run that finds both sides in step writes nothing. */
function writesOf({ name, runs }: Pass): string[] {
  return runs.flatMap(({ pair, counts }) =>
    counts.created + counts.updated > 0
      ? [`${name}, ${pair}: ${counts.created} created and ${counts.updated} updated`]
      : []
  );
}

function listed(what: string, found: readonly string[]): string[] {
  return found.length === 0 ? [] : [`${what}: ${found.length}, as ${found.slice(0, 3).join('; ')}`];
}
