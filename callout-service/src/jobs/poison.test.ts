import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { engines, testPlace } from '../store/test-support/test-store.ts';
import { enqueueSome, jobIn, LANE, until } from './test-support/worked-lane.ts';

it.each(engines)(
  'when the process dies of a job each time, then it ends dead after its attempts on %s',
  async (engine) => {
    const place = testPlace(engine);
    const store = await place.open({ retry: { maxAttempts: 2 } });
    try {
      const [poison = 0, behind = 0] = await enqueueSome(store, 2, 'A');
      for (let attempt = 1; attempt <= 2; attempt += 1) {
        const child = fork(
          join(import.meta.dirname, 'test-support', 'dying-worker.ts'),
          [JSON.stringify({ database: place.database, now: await place.now() })],
          {
            execArgv: []
          }
        );
        const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
        expect(signal).toBe('SIGKILL');
        expect(await store.jobs.find(poison)).toMatchObject({ state: 'active', attempts: attempt });
        await place.advance(60_000);
        await until(async () => {
          await store.jobs.reclaim(LANE);
          return (await store.jobs.find(poison))?.state !== 'active';
        });
      }
      const { errors } = await jobIn(store, poison, 'dead');
      expect(errors.map(({ code }) => code)).toEqual(['LB609', 'LB609']);
      expect(await store.jobs.find(behind)).toMatchObject({ state: 'waiting', attempts: 0 });
    } finally {
      await place.remove();
    }
  }
);
