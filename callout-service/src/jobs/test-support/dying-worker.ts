import { z } from 'zod';
import { openStore } from '../../store/open-store.ts';
import { workLane } from './worked-lane.ts';

// A process whose handler ends it, as a driver that crashes does. Its argument says where the store is.
const given = z
  .object({
    now: z.number(),
    database: z.discriminatedUnion('engine', [
      z.looseObject({ engine: z.literal('sqlite'), file: z.string() }),
      z.looseObject({
        engine: z.literal('postgres'),
        url: z.string(),
        schema: z.string(),
        poolSize: z.number(),
        connectTimeoutMs: z.number(),
        statementTimeoutMs: z.number()
      })
    ])
  })
  .parse(JSON.parse(process.argv[2] ?? ''));
const { database, now } = given;
const store = await openStore({
  database:
    database.engine === 'sqlite'
      ? { engine: 'sqlite', file: database.file, use: 'shared', clock: () => now, busyTimeoutMs: 5_000 }
      : database,
  companyCode: 'ABC',
  retryPolicyOf: () => ({ maxAttempts: 2, backoffBaseMs: 1, backoffCeilingMs: 1 })
});
workLane(store, () => Promise.resolve(void process.kill(process.pid, 'SIGKILL')), { leaseMs: 1_000 });
