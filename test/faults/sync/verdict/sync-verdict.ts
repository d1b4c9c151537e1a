import type { JobRecord } from '../../../../callout-service/src/store/port/job.ts';
import type { OrderWorld } from '../../orders/world/order-world.ts';
import { until } from '../../orders/world/until.ts';
import { secretsIn } from '../../orders/verdict/secrets.ts';
import { readJobs, unfinished } from '../../orders/verdict/store-side.ts';
import type { Run } from '../world/sync-api.ts';
import { bringToRest } from './at-rest.ts';
import { pairsInStep } from './pairs-in-step.ts';

/** What is held of everything after a case, and what was found. */
export interface SyncVerdict {
  /** Records that the last look at everything read. */
  readonly records: number;
  readonly dead: number;
  readonly violations: readonly string[];
}

/** Longer than anything waits: the pauses of jobs and gates, and a machine that others use. */
export const STUCK_MS = 60_000;

/**
 * Brings everything to rest and holds the promises against the data of both systems. A look for changes must be enough, so
 * that no place is behind a record that nobody did; the look at everything after it must have nothing to write. The
 * services are stopped then.
 */
export async function judgeSync(
  world: OrderWorld,
  pairs: readonly string[],
  more: () => Promise<readonly string[]>
): Promise<SyncVerdict> {
  const changes = await bringToRest(world, 'changes', STUCK_MS);
  // What people changed in Salesforce comes by events, which an interrupted stream brings late.
  let inStep: readonly string[] = [];
  const look = async () => {
    inStep = [...(await pairsInStep(world, pairs)), ...(await more())];
    return inStep.length === 0;
  };
  await until(look, STUCK_MS, 1_000);
  const full = await bringToRest(world, 'full', STUCK_MS);
  const lines = await logLines(world, [...changes, ...full]);
  await world.stopServices();
  const jobs = await readJobs(world.serviceEnvironment());
  return {
    records: full.reduce((sum, { counts }) => sum + counts.read, 0),
    dead: jobs.filter(({ state }) => state === 'dead').length,
    violations: [
      ...runViolations('the look for changes', changes),
      ...inStep,
      ...runViolations('the look at everything', full),
      ...restless(full),
      ...(await pairsInStep(world, pairs)).map((each) => `after the look at everything, ${each}`),
      ...lines,
      ...jobViolations(jobs),
      ...(await openFailures(world)),
      ...secretsIn(world.serviceLog())
    ]
  };
}

function runViolations(name: string, runs: readonly Run[]): string[] {
  return [
    ...runs
      .filter(({ state }) => state !== 'succeeded')
      .map(({ pair, state, reason }) => `${name} at ${pair}: ${state}, ${reason ?? 'no reason'}`),
    ...runs
      .filter(({ counts: { read, created, updated, unchanged, skipped, failed } }) => {
        return read !== created + updated + unchanged + skipped + failed;
      })
      .map(({ pair, counts }) => `${name} at ${pair}: rows are not accounted for, ${JSON.stringify(counts)}`),
    ...runs
      .filter(({ counts }) => counts.failed > 0)
      .map(
        ({ pair, counts, causes }) => `${name} at ${pair}: ${counts.failed} failed ${JSON.stringify(causes)}`
      )
  ];
}

/** What is in step needs no write. */
function restless(runs: readonly Run[]): string[] {
  return runs.flatMap(({ pair, counts: { created, updated } }) =>
    created + updated === 0 ? [] : [`in step, ${pair} still had ${created} created and ${updated} updated`]
  );
}

/** Every run that people asked for has its line in Salesforce. */
async function logLines({ client }: OrderWorld, runs: readonly Run[]): Promise<string[]> {
  const rows = await client.query('SELECT Run_Key__c FROM Sync_Log__c');
  const keys = rows.map((row) => String(row['Run_Key__c']));
  return runs
    .filter(({ pair, runId }) => !keys.some((key) => key.startsWith(`run:${pair}:${runId}:`)))
    .map(({ pair, runId }) => `run ${runId} of ${pair} has no line in the sync log`);
}

/** Every message is at one end: done, skipped or dead; what was dead has been decided by the end of a case. */
function jobViolations(jobs: readonly JobRecord[]): string[] {
  const begun = unfinished(jobs).filter(({ lane, key }) => !(lane === 'sync-run' && key === undefined));
  return [
    ...begun.map(
      ({ lane, key, state, attempts, lastErrorCode }) =>
        `a job of ${lane} ${key ?? ''} is ${state} after ${attempts} attempts, ${lastErrorCode ?? 'no error'}`
    ),
    ...jobs
      .filter(({ state }) => state === 'dead')
      .map(
        ({ lane, key, attempts, lastErrorCode }) =>
          `a job of ${lane} ${key ?? ''} is dead: ${lastErrorCode ?? ''} after ${attempts} attempts`
      )
  ];
}

async function openFailures({ client }: OrderWorld): Promise<string[]> {
  const rows = await client.query(
    `SELECT Failure_Key__c, Code__c, Sage_Key__c FROM Sync_Failure__c WHERE State__c = 'Open'`
  );
  return rows.map(
    (row) =>
      `Sync_Failure__c ${String(row['Failure_Key__c'])} is open: ${String(row['Code__c'])} of ${String(row['Sage_Key__c'])}`
  );
}
