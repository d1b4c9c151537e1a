import { describe, expect, it } from 'vitest';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import { createReadiness } from './readiness.ts';

const condition = { engine: 'sqlite', databaseVersion: '3', schemaVersion: '003', sizeMegabytes: 1 } as const;
const reason = new LedgerBridgeError('LB602', { detail: 'away' });

describe('readiness', () => {
  it.each([
    ['reachable', 'reachable', 0, true],
    ['unreachable', 'reachable', 1, true],
    ['unreachable', 'reachable', 0, false],
    ['reachable', 'unreachable', 1, false]
  ] as const)(
    'when Sage is %s, the store is %s and %i last answers are kept, then ready is %s',
    async (sage, store, count, ready) => {
      const reached = { state: 'reachable', probe: { connected: true, roundTripMs: 1 } } as const;
      const readiness = createReadiness({
        probe: { current: () => Promise.resolve(sage === 'reachable' ? reached : { state: sage, reason }) },
        store: {
          current: () =>
            Promise.resolve(
              store === 'reachable' ? { state: store, condition, lanes: [] } : { state: store, reason }
            )
        },
        lastAnswersCount: () => count
      });
      expect(await readiness()).toEqual({ ready, sage, store, lastGoodAnswers: count });
    }
  );
});
