import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DateTime } from 'luxon';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SalesforceRecords, SalesforceRow } from '../../salesforce/port/salesforce-records.ts';
import { openEmbeddedStore, type EmbeddedStore } from '../../store/test-support/embedded-store.ts';
import { lanes } from '../lanes.ts';
import { createOrderSubmission, type OrderSubmission } from './submit-order.ts';
import { settingsOf } from '../test-support/settings.ts';

const OPPORTUNITY = '006A0000006Vm9rIAC';
const ORDER = '801A0000006Vm9rIAC';
const now = DateTime.fromISO('2026-11-22T10:00:00.000Z', { zone: 'utc' });

let temporary: EmbeddedStore;
beforeEach(async () => {
  temporary = await openEmbeddedStore();
});
afterEach(() => temporary.remove());

const rows: Readonly<Record<string, SalesforceRow>> = {
  [OPPORTUNITY]: { Id: OPPORTUNITY },
  [ORDER]: { Id: ORDER, OpportunityId: OPPORTUNITY }
};

function submitter(orderTrigger: 'opportunity' | 'order' | 'both' | 'none' = 'both') {
  if (!now.isValid) throw new Error('no moment');
  return createOrderSubmission({
    records: recordsOf(rows),
    settings: { current: () => Promise.resolve(settingsOf({ orderTrigger })), refresh: () => undefined },
    store: temporary.store,
    clock: () => now
  });
}

/** Salesforce as far as this operation asks it: one record by its id. */
function recordsOf(known: Readonly<Record<string, SalesforceRow>>): SalesforceRecords {
  const unused = () => Promise.reject(new Error('not asked here'));
  return {
    all: (soql) => {
      const row = known[/Id = '(\w+)'/.exec(soql)?.[1] ?? ''];
      return Promise.resolve(row === undefined ? [] : [row]);
    },
    query: () => {
      throw new Error('not asked here');
    },
    update: unused,
    insert: unused,
    delete: unused,
    upsert: unused,
    publish: unused
  };
}

const submission = (changes: Partial<OrderSubmission> = {}): OrderSubmission => ({
  objectName: 'Opportunity',
  recordId: OPPORTUNITY.slice(0, 15),
  action: 'submit',
  requestedBy: undefined,
  idempotencyKey: 'press-1',
  ...changes
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fulfilled',
    (error: unknown) => (error instanceof LedgerBridgeError ? error.code : error)
  );

const queued = async () =>
  (await temporary.store.jobs.list({ lane: lanes.salesOrderOut, limit: 10 })).map(({ id, key, payload }) => ({
    id,
    key,
    payload
  }));

describe('submitting an order', () => {
  it('when it is accepted, then one job waits under the key of the order', async () => {
    const accepted = await submitter()(submission());

    expect(accepted).toMatchObject({ orderKey: OPPORTUNITY, duplicate: false });
    expect(await queued()).toEqual([
      {
        id: accepted.jobId,
        key: OPPORTUNITY,
        payload: {
          object: 'Opportunity',
          recordId: OPPORTUNITY,
          orderKey: OPPORTUNITY,
          action: 'submit',
          requestedBy: null,
          requestedAt: '2026-11-22T10:00:00.000Z',
          source: 'operation'
        }
      }
    ]);
  });

  it('when the same request comes again, then it gets the same answer and no second job', async () => {
    const submit = submitter();
    const [first, ...others] = await Promise.all([
      submit(submission()),
      submit(submission()),
      submit(submission())
    ]);
    const all = [first, ...others];

    expect(new Set(all.map(({ jobId }) => jobId)).size).toBe(1);
    expect(all.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(await queued()).toHaveLength(1);
  });

  it('when its key comes with another action, then it is refused and nothing is enqueued', async () => {
    const submit = submitter();
    await submit(submission());

    expect(await codeOf(submit(submission({ action: 'cancel' })))).toBe('LB110');
    expect(await queued()).toHaveLength(1);
  });

  it.each([
    ['both', OPPORTUNITY],
    ['order', ORDER]
  ] as const)(
    'when the trigger is %s, then the order of an opportunity has the key %s',
    async (trigger, key) => {
      const accepted = await submitter(trigger)(submission({ objectName: 'Order', recordId: ORDER }));

      expect(accepted.orderKey).toBe(key);
    }
  );

  it('when the record is not there or is no id, then it says so', async () => {
    const submit = submitter();

    expect(await codeOf(submit(submission({ recordId: '006A0000006VmAA' })))).toBe('LB706');
    expect(await codeOf(submit(submission({ recordId: "x' OR Id != '" })))).toBe('LB104');
    expect(await queued()).toEqual([]);
  });
});
