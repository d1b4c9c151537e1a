import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedStore, type EmbeddedStore } from '../../store/test-support/embedded-store.ts';
import { lanes } from '../lanes.ts';
import { enqueueOrderRequest } from './enqueue-order-request.ts';
import type { OrderRequest } from './order-request.ts';

const DEAL = '006A0000006Vm9rIAC';
const OTHER = '006A0000006Vm9sIAC';
const lane = lanes.salesOrderOut;

let embedded: EmbeddedStore;
beforeEach(async () => {
  embedded = await openEmbeddedStore();
});
afterEach(() => embedded.remove());

const request = (recordId: string, second: number): OrderRequest => ({
  object: 'Opportunity',
  recordId,
  orderKey: recordId,
  action: 'submit',
  requestedBy: null,
  requestedAt: `2026-11-22T10:00:0${second}.000Z`,
  source: 'event'
});

const ask = (asked: OrderRequest) =>
  embedded.store.transaction((within) => enqueueOrderRequest(within, asked));

async function letItDie(): Promise<void> {
  const [job] = await embedded.store.jobs.claim({ lane, limit: 1, worker: 'test', leaseMs: 30_000 });
  if (job === undefined) throw new Error('nothing was due');
  await embedded.store.jobs.fail(job.lease, { kind: 'permanent', code: 'LB402', message: 'No such item.' });
}

const states = async () =>
  (await embedded.store.jobs.list({ lane, limit: 10 })).map(({ key, state }) => [key, state]);

describe('a request that failed for good', () => {
  it('when its record asks again, then it begins anew, and the newer one waits for its turn', async () => {
    await ask(request(DEAL, 1));
    await letItDie();
    await ask(request(DEAL, 2));

    expect(await states()).toEqual([
      [DEAL, 'ready'],
      [DEAL, 'waiting']
    ]);
    const [act] = await embedded.store.audit.list({ limit: 1 });
    expect(act).toMatchObject({ action: 'replay', operator: 'a newer request of the record' });
  });

  it('when the same request comes again, or another record asks, then it stays dead', async () => {
    await ask(request(DEAL, 1));
    await letItDie();
    await ask(request(DEAL, 1));
    await ask(request(OTHER, 2));

    expect(await states()).toEqual([
      [DEAL, 'dead'],
      [OTHER, 'ready']
    ]);
  });
});
