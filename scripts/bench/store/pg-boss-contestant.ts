import { PgBoss } from 'pg-boss';
import { benchmarkJob, readPayload, type BenchmarkJob } from './benchmark-jobs.ts';
import type { Contestant, ContestantPlace, Consumer } from './contestant.ts';
import { drainByHand } from './drain.ts';
import { createOrderedIds } from './ordered-ids.ts';

const POOL_SIZE = 10;

/**
 * pg-boss. Keyed lanes use its policy `key_strict_fifo`, with ids of our own that grow, since jobs of one transaction have
 * one moment and random ids otherwise. Every lane has a table of its own, nothing runs beside what is measured, and
 * notifications, which cost an enqueue time, are on only where delivery is measured.
 */
export async function openPgBoss({ postgresUrl }: Pick<ContestantPlace, 'postgresUrl'>): Promise<Contestant> {
  const boss = new PgBoss({
    connectionString: postgresUrl,
    schema: 'pgboss',
    max: POOL_SIZE,
    supervise: false,
    schedule: false,
    useListenNotify: true
  });
  boss.on('error', (error) => console.error(error));
  await boss.start();
  const orderedId = createOrderedIds();
  const placeOf = ({ key }: BenchmarkJob) =>
    key === undefined ? {} : { singletonKey: key, id: orderedId() };
  return {
    settings:
      'pg-boss 12.35.0: key_strict_fifo with ordered ids, one partition a queue, supervise and schedule off, pool 10, notify only for delivery',
    openLane: (lane, keyed) => openQueue(boss, lane, keyed),
    async enqueue(lane, jobs) {
      const [only] = jobs;
      if (only !== undefined && jobs.length === 1) await boss.send(lane, only.payload, placeOf(only));
      else
        await boss.insert(
          lane,
          jobs.map((job) => ({ data: job.payload, ...placeOf(job) }))
        );
    },
    consumer: consumerOf(boss),
    close: () => boss.stop({ graceful: false })
  };
}

async function openQueue(boss: PgBoss, lane: string, keyed: boolean): Promise<void> {
  const notify = lane.startsWith('delivery');
  if ((await boss.getQueue(lane)) !== null) return;
  await boss.createQueue(lane, {
    policy: keyed ? 'key_strict_fifo' : 'standard',
    partition: true,
    notify
  });
}

function consumerOf(boss: PgBoss): Consumer {
  return {
    drain: (plan) =>
      drainByHand(
        {
          claim: (limit) => boss.fetch(plan.lane, { batchSize: limit }),
          // The jobs, not their ids: fenced as ours are.
          complete: async (jobs) => {
            await boss.complete(plan.lane, [...jobs]);
          }
        },
        plan
      ),
    async receive(lane, received) {
      await boss.work(lane, { batchSize: 1 }, ([job]) => {
        if (job !== undefined) received({ ...benchmarkJob(), payload: readPayload(job.data) });
        return Promise.resolve();
      });
      return () => boss.offWork(lane);
    }
  };
}
