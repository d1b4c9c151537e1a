import { join } from 'node:path';
import { openStore, type StoreOptions } from '../../../callout-service/src/store/open-store.ts';
import type { ClaimedJob } from '../../../callout-service/src/store/port/job.ts';
import type { Store } from '../../../callout-service/src/store/port/store.ts';
import { benchmarkJob, readPayload, type BenchmarkJob } from './benchmark-jobs.ts';
import type { Contestant, ContestantPlace, Consumer } from './contestant.ts';
import { drainByHand } from './drain.ts';

const POOL_SIZE = 10;
const LEASE_MS = 60_000;
const RETRY = { maxAttempts: 5, backoffBaseMs: 1_000, backoffCeilingMs: 60_000 };

/** Our store, embedded. */
export function openSqliteStore({ directory }: Pick<ContestantPlace, 'directory'>): Promise<Contestant> {
  return open('store on SQLite: better-sqlite3 13.2.0 in its thread, WAL, synchronous=FULL', {
    engine: 'sqlite',
    file: join(directory, 'store.sqlite'),
    use: 'exclusive',
    clock: Date.now,
    busyTimeoutMs: 5_000
  });
}

/** Our store in PostgreSQL. */
export function openPostgresStore({
  postgresUrl
}: Pick<ContestantPlace, 'postgresUrl'>): Promise<Contestant> {
  return open('store on PostgreSQL: pg 8.23.1, pool 10', {
    engine: 'postgres',
    url: postgresUrl,
    schema: 'ledger_bridge',
    poolSize: POOL_SIZE,
    connectTimeoutMs: 5_000,
    statementTimeoutMs: 60_000
  });
}

async function open(settings: string, database: StoreOptions['database']): Promise<Contestant> {
  const store = await openStore({ database, companyCode: 'ABC', retryPolicyOf: () => RETRY });
  return {
    settings,
    openLane: () => Promise.resolve(),
    async enqueue(lane, jobs) {
      const [only] = jobs;
      if (only !== undefined && jobs.length === 1) await store.jobs.enqueue(newJob(lane, only));
      else await store.jobs.enqueueAll(jobs.map((job) => newJob(lane, job)));
    },
    consumer: consumerOf(store),
    close: () => store.close()
  };
}

function newJob(lane: string, { key, payload }: BenchmarkJob) {
  return key === undefined ? { lane, payload } : { lane, key, payload };
}

function consumerOf(store: Store): Consumer {
  const claim = (lane: string, limit: number) =>
    store.jobs.claim({ lane, limit, worker: 'benchmark', leaseMs: LEASE_MS });
  const complete = async (jobs: readonly ClaimedJob[]): Promise<void> => {
    const [only] = jobs;
    if (only !== undefined && jobs.length === 1) return store.jobs.complete(only.lease);
    await store.jobs.completeAll(jobs.map(({ lease }) => lease));
  };
  return {
    drain: (plan) => drainByHand({ claim: (limit) => claim(plan.lane, limit), complete }, plan),
    receive(lane, received) {
      const take = async (): Promise<void> => {
        const jobs = await claim(lane, 1);
        for (const { payload } of jobs) received({ ...benchmarkJob(), payload: readPayload(payload) });
        if (jobs.length > 0) await complete(jobs);
      };
      let under = Promise.resolve();
      const end = store.onDue((due) => {
        if (due === lane) under = under.then(take);
      });
      return Promise.resolve(async () => {
        end();
        await under;
      });
    }
  };
}
