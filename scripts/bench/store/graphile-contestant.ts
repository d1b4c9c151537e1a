import {
  Logger,
  makeWorkerUtils,
  run,
  type Runner,
  type RunnerOptions,
  type TaskList,
  type WorkerUtils
} from 'graphile-worker';
import { Pool } from 'pg';
import { benchmarkJob, readPayload } from './benchmark-jobs.ts';
import type { Contestant, ContestantPlace } from './contestant.ts';
import type { Drained, DrainPlan } from './drain.ts';

const POOL_SIZE = 10;
/** A worker that found every key taken looks again after this; its default is 2 s. */
const POLL_MS = 5;
const silent = new Logger(() => () => undefined);

/**
 * graphile-worker. It has no claim and no complete to call: its own runner is what takes jobs out, and its tasks do
 * nothing. Named queues keep the jobs of a key apart. Every lane is a schema of its own, so that none looks through the
 * jobs of another.
 */
export async function openGraphileWorker({
  postgresUrl
}: Pick<ContestantPlace, 'postgresUrl'>): Promise<Contestant> {
  const pool = new Pool({ connectionString: postgresUrl, max: POOL_SIZE });
  const lanes = new Map<string, WorkerUtils>();
  const laneOf = async (lane: string): Promise<WorkerUtils> => {
    const known = lanes.get(lane);
    if (known !== undefined) return known;
    const utils = await makeWorkerUtils({ pgPool: pool, schema: schemaOf(lane), logger: silent });
    lanes.set(lane, utils);
    return utils;
  };
  // It makes its tables with the first lane.
  await (await laneOf('first')).migrate();
  return {
    settings:
      'graphile-worker 0.18.0: named queues, own runner with a poll every 5 ms, one schema a lane, pool 10; batches: localQueue of the batch size, completions in batches',
    async openLane(lane) {
      await (await laneOf(lane)).migrate();
    },
    async enqueue(lane, jobs) {
      const utils = await laneOf(lane);
      const [only] = jobs;
      if (only === undefined) return;
      if (jobs.length === 1) await utils.addJob('work', only.payload, queueOf(only.key));
      else
        await utils.addJobs(
          jobs.map(({ key, payload }) => ({ identifier: 'work', payload, ...queueOf(key) }))
        );
    },
    consumer: {
      drain: (plan) => drainWithRunner(pool, plan),
      async receive(lane, received) {
        const work = (payload: unknown): void =>
          received({ ...benchmarkJob(), payload: readPayload(payload) });
        const runner = await start(pool, lane, { work: (payload) => work(payload) }, { concurrency: 1 });
        return () => runner.stop();
      }
    },
    async close() {
      for (const utils of lanes.values()) await utils.release();
      await pool.end();
    }
  };
}

function schemaOf(lane: string): string {
  return `graphile_${lane.replaceAll(/\W/g, '_')}`;
}

function queueOf(key: string | undefined): { readonly queueName?: string } {
  return key === undefined ? {} : { queueName: key };
}

function start(
  pool: Pool,
  lane: string,
  taskList: TaskList,
  options: Pick<RunnerOptions, 'concurrency' | 'preset'>
): Promise<Runner> {
  return run({
    pgPool: pool,
    schema: schemaOf(lane),
    taskList,
    logger: silent,
    noHandleSignals: true,
    pollInterval: POLL_MS,
    crontab: '',
    ...options
  });
}

/**
 * A job's time is that in which as many tasks begin as there are workers, or as a batch has: completing those, claiming
 * others. The runner does both at once where it can.
 */
async function drainWithRunner(pool: Pool, plan: DrainPlan): Promise<Drained> {
  const begins: number[] = [];
  const { promise: enough, resolve } = Promise.withResolvers<undefined>();
  const work = (): void => {
    begins.push(performance.now());
    if (begins.length > plan.count) resolve(undefined);
  };
  const runner = await start(pool, plan.lane, { work }, runnerOptions(plan));
  await enough;
  const counted = begins.slice(0, plan.count + 1);
  await runner.stop();
  const step = Math.max(plan.batch, plan.workers);
  const milliseconds: number[] = [];
  for (let first = 0; first + step < counted.length; first += plan.batch) {
    milliseconds.push((counted[first + step] ?? 0) - (counted[first] ?? 0));
  }
  const elapsedMs = (counted.at(-1) ?? 0) - (counted[0] ?? 0);
  return { milliseconds, claimMilliseconds: [], jobs: plan.count, elapsedMs };
}

function runnerOptions({ batch, workers }: DrainPlan): Pick<RunnerOptions, 'concurrency' | 'preset'> {
  if (batch === 1) return { concurrency: workers };
  return {
    concurrency: batch,
    preset: { worker: { localQueue: { size: batch }, completeJobBatchDelay: 0 } }
  };
}
