import { describe, expect, it } from 'vitest';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import { createLogger } from '../telemetry/logger.ts';
import { engines, testPlace } from '../store/test-support/test-store.ts';
import { startClockwork, type ClockworkParts } from './clockwork.ts';
import { until } from './test-support/worked-lane.ts';

const retention = {
  doneDays: 7,
  failureDays: 90,
  idempotencyKeyDays: 180,
  runDays: 90,
  auditDays: 730,
  changeDays: 30,
  maxMegabytes: 256
};

describe.each(engines)('the clockwork on %s', (engine) => {
  it('when a slot comes and two instances look, then it fires once; an error does not stop it', async () => {
    const place = testPlace(engine);
    const store = await place.open();
    const fired: unknown[] = [];
    const log: string[] = [];
    let refuse = true;
    const parts: ClockworkParts = {
      store: {
        ...store,
        upkeep: {
          ...store.upkeep,
          retain: () => Promise.reject(new LedgerBridgeError('LB602', { detail: 'away' }))
        },
        schedules: {
          ...store.schedules,
          fireDue: () => (refuse ? Promise.reject(new Error('broken')) : store.schedules.fireDue())
        }
      },
      retention,
      logger: createLogger({
        level: 'debug',
        secrets: [],
        destination: { write: (line) => void log.push(line) }
      }),
      observer: { scheduleFired: (firing) => void fired.push(firing) },
      pollMs: 50
    };
    await store.schedules.put({
      name: 'nightly',
      cron: '0 2 * * *',
      timeZone: 'America/Chicago',
      lane: 'reconcile',
      payload: {},
      enabled: true
    });
    const instances = [startClockwork(parts), startClockwork({ ...parts, store: await place.open() })];
    try {
      await until(() => log.some((line) => line.includes('broken')));
      refuse = false;
      await place.advance(86_400_000);
      await until(() => fired.length > 0);
      expect(fired).toMatchObject([{ schedule: 'nightly', missed: 0 }]);
      expect(await store.jobs.statistics()).toMatchObject([{ lane: 'reconcile', due: 1 }]);
    } finally {
      await Promise.all(instances.map((instance) => instance.stop()));
      await place.remove();
    }
  });
});
