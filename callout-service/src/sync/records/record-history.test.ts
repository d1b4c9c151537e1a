import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedStore, type EmbeddedStore } from '../../store/test-support/embedded-store.ts';
import { lanes } from '../lanes.ts';
import { customerPair } from '../pairs/customer-pair.ts';
import { itemPair } from '../pairs/item-pair.ts';
import { createRecordHistory } from './get-record-history.ts';
import { recordHistorySchema } from './record-schemas.ts';

const salesforceId = '001000000000001AAA';
const sageKey = '01-ABF';
let kept: EmbeddedStore;
beforeAll(async () => {
  kept = await openEmbeddedStore();
});
afterAll(() => kept.remove());

async function historyOf(asked: Parameters<ReturnType<typeof createRecordHistory>>[0]) {
  const history = createRecordHistory({
    store: kept.store,
    pairs: [itemPair, customerPair],
    clock: () => DateTime.utc()
  });
  return recordHistorySchema.parse(await history(asked));
}

describe('the history of a record', () => {
  it('when it is linked, failed, was replayed and changed, then all of it is told, from either key', async () => {
    const { store } = kept;
    await store.links.put({
      entity: 'customer',
      salesforceId,
      sageKey,
      agreed: { mapped: { comment: { sage: ['one'], salesforce: ['one'] } } },
      mappingVersion: 3
    });
    const lane = lanes.recordInStep;
    const payload = { pair: customerPair.name, sageKey, because: 'page' };
    const { id } = await store.jobs.enqueue({ lane, key: `${customerPair.name}:${salesforceId}`, payload });
    const [claimed] = await store.jobs.claim({ lane, limit: 1, worker: 'test', leaseMs: 60_000 });
    if (claimed === undefined) throw new Error('The job is not there');
    await store.jobs.fail(claimed.lease, { kind: 'permanent', code: 'LB786', message: 'It is too long.' });
    await store.jobs.replay(id, { operator: 'Dana' });
    await store.jobs.enqueue({ lane, key: `${customerPair.name}:01-OTHER`, payload });
    const at = new Date().toISOString();
    await store.changes.append([
      { entity: 'customer', sageKey, change: 'updated', at, values: { name: 'ABF' } }
    ]);
    const found = await historyOf({ salesforceId });
    expect(found).toMatchObject({
      entity: 'customer',
      pair: customerPair.name,
      sageKey,
      link: { mappingVersion: 3, agreed: [{ id: 'comment', sage: ['one'] }] }
    });
    expect(found.entries).toHaveLength(2);
    expect(found.entries).toContainEqual(
      expect.objectContaining({ kind: 'change', values: { name: 'ABF' }, mappingVersion: 0 })
    );
    expect(found.entries.find(({ kind }) => kind === 'job')).toMatchObject({
      jobId: id,
      state: 'ready',
      code: 'LB786',
      errors: [{ message: 'It is too long.' }],
      acts: [{ operator: 'Dana', action: 'replay' }]
    });
    const { entries } = await historyOf({ sageKey, entity: 'customer' });
    expect(entries).toEqual(found.entries);
  });

  it('when nothing is known of it, then it is empty; when no pair has the entity, then LB787', async () => {
    expect(await historyOf({ sageKey: '01-NOBODY', entity: 'customer' })).toMatchObject({
      entity: 'customer',
      link: null,
      entries: []
    });
    await expect(historyOf({ sageKey, entity: 'nothing' })).rejects.toMatchObject({ code: 'LB787' });
  });
});
