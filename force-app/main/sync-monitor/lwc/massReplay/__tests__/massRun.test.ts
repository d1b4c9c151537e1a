import { settle } from '../../../../shared/lwc/__tests__/support';
import { answered } from '../../sageFailureDesk/__tests__/flowDesk';
import type { Transport } from 'c/sageOperation';
import { runMass } from '../massRun';
import type { Fate } from '../massRun';

/** A service that answers each replay in a later turn, and counts how many it was asked at once. */
function slowService(): Transport & { most: number; asked: number } {
  let running = 0;
  const service = {
    most: 0,
    asked: 0,
    async request() {
      running += 1;
      service.asked += 1;
      service.most = Math.max(service.most, running);
      await settle();
      running -= 1;
      return { outputs: answered({ jobId: 1, outcome: 'replayed', state: 'ready' }) };
    }
  };
  return service;
}

const jobIds = Array.from({ length: 20 }, (_, index) => index + 1);

describe('a mass replay', () => {
  it('when there are many, then each is asked for once, three at a time', async () => {
    const service = slowService();
    const fates = new Map<number, Fate>();
    const onFate = (jobId: number, fate: Fate) => fates.set(jobId, fate);
    await runMass(service, { jobIds, action: 'replay' }, { onFate, isStopped: () => false });
    expect([...fates.keys()].sort((one, other) => one - other)).toEqual(jobIds);
    expect({ most: service.most, asked: service.asked }).toEqual({ most: 3, asked: 20 });
  });

  it('when it is stopped, then those under way come to their end and no other begins', async () => {
    const service = slowService();
    let count = 0;
    const onFate = () => (count += 1);
    await runMass(service, { jobIds, action: 'replay' }, { onFate, isStopped: () => count >= 4 });
    expect(count).toBe(service.asked);
    expect(service.asked).toBeLessThanOrEqual(4 + 3);
  });
});
