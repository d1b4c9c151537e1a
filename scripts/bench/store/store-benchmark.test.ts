import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findPostgres,
  startPostgres,
  type PostgresServer
} from '../../../test/support/postgres/postgres-server.ts';
import { isKept } from '../result-table.ts';
import { benchmarkJobs } from './benchmark-jobs.ts';
import { storeBudgets } from './budgets.ts';
import type { ContestantName } from './contestant.ts';
import { drainByHand, drainOnwards } from './drain.ts';
import { measureBacklogs, type BacklogShowing } from './measure-backlogs.ts';
import { measurePhases, type Showing } from './measure-phases.ts';
import { createOrderedIds } from './ordered-ids.ts';
import { phaseNames, phasesOf, type PhaseName } from './phases.ts';
import { startRunner, type Arena, type Runner } from './teams.ts';

describe('what the benchmark of the store is made of', () => {
  it('when ids are made quickly, then each is a UUID of version 7 and greater than the one before', () => {
    const next = createOrderedIds();
    const ids = Array.from({ length: 5_000 }, () => next());
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('when jobs have a hot key, then the others stand among its jobs, and every payload has 300 bytes', () => {
    const jobs = benchmarkJobs(100, { kind: 'hot', others: 5 });
    expect(jobs.filter(({ key }) => key === 'hot')).toHaveLength(100);
    expect(jobs.findLastIndex(({ key }) => key !== 'hot')).toBeGreaterThan(80);
    expect(new Set(jobs.map(({ payload }) => JSON.stringify(payload).length))).toEqual(new Set([300]));
  });

  it('when workers find nothing for a while, then they look again and that time counts', async () => {
    const waiting = [1, 2, 3, 4, 5, 6];
    let looks = 0;
    const claim = (limit: number) => {
      looks += 1;
      return Promise.resolve(looks % 2 === 1 ? [] : waiting.splice(0, limit));
    };
    const done: number[] = [];
    const complete = (jobs: readonly number[]) => Promise.resolve(void done.push(...jobs));
    const plan = { lane: 'any', keyed: true, batch: 2, workers: 2, count: 6 };
    const drained = await drainByHand({ claim, complete }, plan);
    expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
    expect([drained.jobs, drained.milliseconds.length]).toEqual([6, 3]);
  });

  it('when workers go from job to job, then each call ends the last jobs and begins as many, and none is left', async () => {
    const waiting = [1, 2, 3, 4, 5, 6, 7, 8];
    const calls: [ended: number, begun: number][] = [];
    const done: number[] = [];
    const completeAndClaim = (jobs: readonly number[], limit: number) => {
      const next = waiting.splice(0, limit);
      done.push(...jobs);
      calls.push([jobs.length, next.length]);
      return Promise.resolve(next);
    };
    const plan = { lane: 'any', keyed: true, batch: 2, workers: 1, count: 6 };
    const drained = await drainOnwards({ completeAndClaim }, plan);
    expect(done).toEqual([1, 2, 3, 4, 5, 6]);
    expect(calls).toEqual([
      [0, 2],
      [2, 2],
      [2, 2],
      [2, 0]
    ]);
    expect(drained.milliseconds).toHaveLength(3);
  });

  it('when a library is faster or a backlog slows claiming, then a budget is exceeded', () => {
    const phase = (what: PhaseName, contestant: ContestantName, ms: number): Showing => ({
      ...{ what, contestant },
      rounds: [outcome(ms)]
    });
    const backlog = (contestant: ContestantName, depth: number, ms: number): BacklogShowing => ({
      ...{ what: `${depth} jobs`, contestant, shape: 'spread', depth, batch: 1 },
      rounds: [outcome(ms)]
    });
    const keyed = 'claim and complete, keyed';
    const budgets = (own: number, deep: number) =>
      storeBudgets(
        [phase(keyed, 'store-postgres', own), phase(keyed, 'pg-boss', 6), phase(keyed, 'graphile-worker', 4)],
        [backlog('store-postgres', 1, 1), backlog('store-postgres', 9, deep), backlog('pg-boss', 9, 99)]
      ).filter((budget) => !isKept(budget));
    expect(budgets(4, 2)).toEqual([]);
    expect(budgets(5, 2).map(({ measured }) => measured)).toEqual([1.25]);
    expect(budgets(4, 3).map(({ measured }) => measured)).toEqual([3, 3]);
  });
});

describe('the benchmark of the store', { timeout: 90_000 }, () => {
  let directory: string;
  let server: PostgresServer;
  let arena: Arena;
  const runners: Runner[] = [];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-bench-'));
    server = await startPostgres(findPostgres() ?? '', { fsync: true });
    arena = {
      ...{ directory, postgresUrl: server.url, say: () => undefined },
      vacuum: () => server.execute('vacuum analyze')
    };
    const names = ['store-sqlite', 'store-postgres', 'pg-boss', 'graphile-worker'] as const;
    for (const name of names) runners.push(await startRunner(name, arena));
  }, 90_000);
  afterAll(async () => {
    await Promise.all(runners.map((runner) => runner.stop()));
    await server.close();
    await rm(directory, { recursive: true });
  });

  it('when phases are measured, then every contestant shows each of them in every round', async () => {
    const phases = phasesOf({ singles: 2, parallel: 50, batches: 1 });
    const showings = await measurePhases(phases, 2, runners, arena.say);
    expect(showings).toHaveLength(phaseNames.length * runners.length);
    for (const { rounds } of showings) {
      expect(rounds).toHaveLength(2);
      for (const { milliseconds, jobs } of rounds) {
        expect(milliseconds.length).toBeGreaterThan(0);
        expect(jobs).toBeGreaterThan(0);
      }
    }
  });

  it('when backlogs are measured, then both depths and shapes are, one by one and in batches', async () => {
    // The libraries make a table or a schema for each lane, which takes them seconds.
    const stores = runners.filter(({ name }) => name.startsWith('store'));
    const depths = { shallow: 30, deep: 60, taken: 25, others: 30 };
    const showings = await measureBacklogs(depths, 2, stores, arena);
    expect(showings).toHaveLength((4 + 2) * stores.length);
    for (const { rounds } of showings) expect(rounds).toHaveLength(2);
  });
});

function outcome(milliseconds: number) {
  return {
    ...{ milliseconds: [milliseconds], claimMilliseconds: [milliseconds] },
    ...{ jobs: 1, elapsedMs: milliseconds, residentMib: 1 }
  };
}
