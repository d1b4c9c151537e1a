import { join } from 'node:path';
import { openStore, type StoreOptions } from '../../../callout-service/src/store/open-store.ts';
import type { ClaimedJob } from '../../../callout-service/src/store/port/job.ts';
import type { ClaimRequest } from '../../../callout-service/src/store/port/jobs.ts';
import type { Store } from '../../../callout-service/src/store/port/store.ts';
import { benchmarkJob, readPayload, type BenchmarkJob } from './benchmark-jobs.ts';
import type { Contestant, ContestantPlace, Consumer } from './contestant.ts';
import { drainOnwards } from './drain.ts';

const POOL_SIZE = 10;
const LEASE_MS = 60_000;
/** Claims alone are looked at so often. */
const CLAIMS = 20;
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
  const requestOf = (lane: string, limit: number): ClaimRequest => {
    return { lane, limit, worker: 'benchmark', leaseMs: LEASE_MS };
  };
  return {
    async drain(plan) {
      const drained = await drainOnwards(
        {
          async completeAndClaim(jobs: readonly ClaimedJob[], limit) {
            const request = requestOf(plan.lane, limit);
            if (jobs.length === 0) return store.jobs.claim(request);
            const leases = jobs.map(({ lease }) => lease);
            return (await store.jobs.completeAndClaim(leases, request)).claimed;
          }
        },
        plan
      );
      return { ...drained, claimMilliseconds: await claimsAlone(store, requestOf(plan.lane, plan.batch)) };
    },
    receive(lane, received) {
      const take = async (): Promise<void> => {
        for (const { payload, lease } of await store.jobs.claim(requestOf(lane, 1))) {
          received({ ...benchmarkJob(), payload: readPayload(payload) });
          await store.jobs.complete(lease);
        }
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

/** What claiming costs by itself: the jobs are handed back, which does not count. */
async function claimsAlone(store: Store, request: ClaimRequest): Promise<readonly number[]> {
  const milliseconds: number[] = [];
  if (request.limit > 1) return milliseconds;
  for (let claims = 0; claims < CLAIMS; claims += 1) {
    const begun = performance.now();
    const jobs = await store.jobs.claim(request);
    milliseconds.push(performance.now() - begun);
    for (const { lease } of jobs) await store.jobs.handBack(lease);
  }
  return milliseconds;
}
