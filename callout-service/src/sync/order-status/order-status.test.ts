import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settingsOf } from '../test-support/settings.ts';
import { createOrderWriteBack } from '../write-back/order-write-back.ts';
import { readOrders } from '../write-back/read-orders.ts';
import {
  startOrderPlace,
  workStore,
  type OrderPlace,
  type WorkedStore
} from '../write-back/test-support/order-place.ts';
import { subscribeStock } from '../stock-out/subscribe-stock.ts';
import { createOrderStatus } from './order-status.ts';
import { orderStatusSchedule, scheduleOrderStatus } from './schedule.ts';

const LANE = 'order-status';
const ORDER = '0000184';
const settings = { current: () => Promise.resolve(settingsOf()) };

let place: OrderPlace;
let worked: WorkedStore;

beforeAll(async () => {
  place = await startOrderPlace();
}, 60_000);
afterAll(() => place.close());
beforeEach(() => {
  place.log.length = 0;
  place.setNow('2026-02-01T12:00:00.000Z');
});
afterEach(() => worked.stop());

const sql = (statement: string, ...values: string[]) => {
  place.sage.execute(statement, ...values);
};

/** Sets columns of a header as Sage does, with its stamp. */
function change(table: string, number: string, assignments: string, time = '11.50000'): void {
  sql(
    `UPDATE ${table} SET ${assignments}, DateUpdated = '2026-02-01', TimeUpdated = ? WHERE SalesOrderNo = ?`,
    time,
    number
  );
}

const link = (salesforceId: string, sageKey: string) =>
  worked.store.links.put({
    ...{ entity: 'sales-order', salesforceId, sageKey },
    ...{ agreed: null, mappingVersion: undefined }
  });

const look = async () => {
  const { id } = await worked.store.jobs.enqueue({ lane: LANE, payload: {} });
  await worked.settled();
  expect(await worked.store.jobs.find(id)).toMatchObject({ state: 'done' });
};

/** Numbers of the orders that were handed over to be written, in the order of their jobs. */
async function handedOver(): Promise<unknown[]> {
  const numbers: unknown[] = [];
  for (let after = 0; ;) {
    const jobs = await worked.store.jobs.list({ lane: 'order-write-back', after, limit: 500 });
    numbers.push(...jobs.map(({ payload }) => (payload as { salesOrderNo: string }).salesOrderNo));
    after = jobs.at(-1)?.id ?? 0;
    if (after === 0) return numbers;
  }
}

describe('an order that moves on in Sage', () => {
  let opportunity: string;

  beforeEach(async () => {
    const write = createOrderWriteBack({ ...place.parts, settings });
    worked = await workStore([createOrderStatus(place.parts), write]);
    opportunity = await place.create('Opportunity', {
      Name: 'Deal',
      StageName: 'Value Proposition',
      CloseDate: '2026-05-31'
    });
    await link(opportunity, ORDER);
  });

  const status = async () => (await place.read('Opportunity', opportunity))['Sage_Order_Status__c'];

  it('when it is held, released, shipped, invoiced and completed, then each arrives once', async () => {
    await worked.does('order-write-back', opportunity, {
      orderKey: opportunity,
      records: [{ object: 'Opportunity', recordId: opportunity }],
      salesOrderNo: ORDER,
      ...{ state: 'Done', code: null, message: null, requestedAt: '2026-02-01T11:00:00.000Z' }
    });
    const steps: readonly [string, () => void][] = [
      ['On Hold', () => change('SO_SalesOrderHeader', ORDER, `OrderStatus = 'H'`, '11.60000')],
      ['Open', () => change('SO_SalesOrderHeader', ORDER, `OrderStatus = 'O'`, '11.70000')],
      ['Shipped', ship],
      ['Invoiced', invoice],
      ['Completed', complete]
    ];
    expect(await status()).toBe('Open');
    for (const [index, [expected, step]] of steps.entries()) {
      step();
      await look();
      await place.requests();
      // Nothing changed since: no job, and no request.
      await look();
      expect(await place.requests()).toEqual([]);
      expect(await status()).toBe(expected);
      expect(await handedOver()).toHaveLength(index + 2);
    }
    // What is completed is not looked at any more, but by its stamp.
    place.setNow('2026-02-02T12:00:00.000Z');
    place.sage.statements.length = 0;
    await look();
    expect(place.sage.statements.join('\n')).not.toContain('FROM SO_SalesOrderDetail');
    await place.connection.sobject('Opportunity').delete(opportunity);
  });

  /** Shipping data is entered: the header has no new stamp of it. */
  function ship(): void {
    sql(`UPDATE SO_SalesOrderDetail SET QuantityShipped = QuantityOrdered WHERE SalesOrderNo = ?`, ORDER);
    place.setNow('2026-02-01T12:11:00.000Z');
  }

  /** The invoice is posted, which leaves the header alone. */
  function invoice(): void {
    sql(
      `INSERT INTO SO_ARInvoiceHistoryLink (SalesOrderNo, SequenceNo, InvoiceNo, InvoiceHistoryHeaderSeqNo,
         InvoiceHistoryDetailSeqNo, QuantityShipped)
       SELECT SalesOrderNo, SOHistoryDetlSeqNo, '0109999', '000001', LineKey, QuantityOrdered
       FROM SO_SalesOrderDetail WHERE SalesOrderNo = ?`,
      ORDER
    );
    place.setNow('2026-02-01T12:22:00.000Z');
  }

  function complete(): void {
    sql('DELETE FROM SO_SalesOrderHeader WHERE SalesOrderNo = ?', ORDER);
    change('SO_SalesOrderHistoryHeader', ORDER, `OrderStatus = 'C'`, '12.40000');
  }

  it.each([
    [
      'deleted and kept in history',
      '0000115',
      () => change('SO_SalesOrderHistoryHeader', '0000115', `OrderStatus = 'X'`)
    ],
    [
      'deleted without a trace',
      '0000171',
      () => sql('DELETE FROM SO_SalesOrderHistoryHeader WHERE SalesOrderNo = ?', '0000171')
    ]
  ])('when it is %s, then it is shown as cancelled, once', async (_what, number, history) => {
    await link(
      await place.create('Opportunity', {
        Name: 'Other',
        StageName: 'Value Proposition',
        CloseDate: '2026-05-31'
      }),
      number
    );
    const [deal] = await worked.store.links.bySageKeys('sales-order', [number]);
    change('SO_SalesOrderHeader', number, `Comment = 'seen'`);
    await look();
    sql('DELETE FROM SO_SalesOrderHeader WHERE SalesOrderNo = ?', number);
    history();
    place.setNow('2026-02-01T12:30:00.000Z');
    await look();
    await look();
    const shown = await place.read('Opportunity', deal?.salesforceId ?? '');
    expect(shown).toMatchObject({ Sage_Sales_Order_No__c: number, Sage_Order_Status__c: 'Cancelled' });
    expect(shown['Sage_Order_Total__c']).toBeGreaterThan(0);
    expect((await handedOver()).filter((each) => each === number)).toHaveLength(2);
  });
});

describe('many orders', () => {
  const STAMP = '2026-02-01T11:30:00.000Z';
  const numbers = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(6, '0')}`);
  const keyOf = (number: string) => `006${number}00000AAA`.padEnd(18, 'A').slice(0, 18);

  beforeEach(async () => {
    worked = await workStore([createOrderStatus(place.parts)]);
  });
  afterEach(() => sql(`DELETE FROM SO_SalesOrderHeader WHERE SalesOrderNo GLOB '[TL]*'`));

  /** Copies of an order, all with one stamp. */
  function copies(prefix: string, count: number, time = '11.50000'): void {
    const columns = place.sage
      .column(`SELECT name FROM pragma_table_info('SO_SalesOrderHeader')`)
      .map(String);
    const others = columns
      .filter((name) => !['SalesOrderNo', 'DateUpdated', 'TimeUpdated'].includes(name))
      .join(', ');
    sql(
      `WITH RECURSIVE place(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM place WHERE n < ${count - 1})
       INSERT INTO SO_SalesOrderHeader (SalesOrderNo, DateUpdated, TimeUpdated, ${others})
       SELECT printf('${prefix}%06d', n), '2026-02-01', ?, ${others}
       FROM place, SO_SalesOrderHeader WHERE SalesOrderNo = '0000278'`,
      time
    );
  }

  const linkAll = (all: readonly string[]) =>
    worked.store.links.putAll(
      all.map((sageKey) => ({
        ...{ entity: 'sales-order', salesforceId: keyOf(sageKey), sageKey },
        ...{ agreed: null, mappingVersion: undefined }
      }))
    );
  const cursor = async () => (await worked.store.cursors.find('sage:SO_SalesOrderHeader'))?.value;

  it('when 1,000 have one stamp, and one comes late with an older one, then each is handed over once', async () => {
    const all = numbers('T', 1_000);
    copies('T', 1_000);
    await linkAll(all);
    await look();
    expect((await handedOver()).toSorted()).toEqual(all);
    expect(await cursor()).toBe(STAMP);
    await look();
    expect(await handedOver()).toHaveLength(1_000);
    copies('L', 1, '9.75000');
    await linkAll(['L000000']);
    await look();
    expect((await handedOver()).slice(1_000)).toEqual(['L000000']);
    expect(await cursor()).toBe(STAMP);
  });

  it('when a run breaks off in the middle, then the cursor stays, and the next hands over the rest once', async () => {
    const all = numbers('T', 450);
    copies('T', 450);
    await linkAll(all);
    await worked.store.schedules.remove(orderStatusSchedule);
    let transactions = 0;
    const store = {
      ...worked.store,
      transaction: ((work) => {
        transactions += 1;
        if (transactions === 3) throw new Error('The power went');
        return worked.store.transaction(work);
      }) as typeof worked.store.transaction
    };
    const { id } = await worked.store.jobs.enqueue({ lane: 'elsewhere', payload: {} });
    const [job] = await worked.store.jobs.claim({
      lane: 'elsewhere',
      limit: 1,
      worker: 'test',
      leaseMs: 30_000
    });
    if (job === undefined) throw new Error(`Job ${id} was not claimed`);
    const context = { store, signal: new AbortController().signal };
    await expect(createOrderStatus(place.parts).run(job, context)).rejects.toThrow('The power went');
    await worked.store.jobs.complete(job.lease);
    expect(await handedOver()).toHaveLength(400);
    expect(await cursor()).toBeUndefined();
    await look();
    expect((await handedOver()).toSorted()).toEqual(all);
    expect(await cursor()).toBe(STAMP);
  });

  it('when the write-back of an order has not begun, then it needs no other', async () => {
    copies('T', 1);
    await linkAll(['T000000']);
    const key = keyOf('T000000');
    const payload = { salesOrderNo: 'T000000', by: 'the request' };
    await worked.store.jobs.enqueue({ lane: 'order-write-back', key, payload });
    await look();
    expect(await handedOver()).toEqual(['T000000']);
  });

  it('when many that are linked are missing at once, then it is not believed, and the log says so', async () => {
    const missing = numbers('X', 12);
    await linkAll(missing);
    const shown = { written: 'a', noticed: 'a', status: 'open', records: [] };
    for (const sageKey of missing) {
      const salesforceId = keyOf(sageKey);
      await worked.store.links.put({
        ...{ entity: 'sales-order-shown', salesforceId, sageKey },
        ...{ agreed: shown, mappingVersion: undefined }
      });
    }
    await look();
    expect(await handedOver()).toEqual([]);
    expect(place.log).toContainEqual(expect.objectContaining({ level: 50, gone: 12 }));
  });

  it('when one cannot be used, then it hides no other and does not count as gone', async () => {
    copies('T', 3);
    await linkAll(numbers('T', 3));
    change('SO_SalesOrderHeader', 'T000001', `OrderStatus = '?'`);
    await look();
    expect(await handedOver()).toEqual(['T000000', 'T000002']);
    expect(place.log).toContainEqual(
      expect.objectContaining({ level: 40, salesOrderNo: 'T000001', code: 'LB308' })
    );
  });

  it('when a stamp is of a clock that is ahead, then the watermark does not pass this moment', async () => {
    copies('T', 1, '23.00000');
    await linkAll(['T000000']);
    await look();
    expect(await handedOver()).toEqual(['T000000']);
    expect(await cursor()).toBe('2026-02-01T12:00:00.000Z');
  });
});

describe('the schedule', () => {
  beforeEach(async () => {
    worked = await workStore([]);
  });

  it.each([
    [1, '* * * * *'],
    [7, '*/7 * * * *']
  ])(
    'when orders are to be looked at every %i minutes, then the lane gets a job so often',
    async (minutes, cron) => {
      await scheduleOrderStatus(worked.store, minutes);
      await scheduleOrderStatus(worked.store, minutes);
      expect(await worked.store.schedules.all()).toMatchObject([
        { name: orderStatusSchedule, cron, lane: LANE }
      ]);
    }
  );

  it('when several are due after an outage, then only the last looks', async () => {
    const { jobs } = worked.store;
    await jobs.enqueueAll([1, 2].map((run) => ({ lane: LANE, payload: { run } })));
    const claim = () => jobs.claim({ lane: LANE, limit: 1, worker: 'test', leaseMs: 30_000 });
    const context = { store: worked.store, signal: new AbortController().signal };
    const handler = createOrderStatus(place.parts);
    const [first] = await claim();
    expect(first && (await handler.run(first, context))).toBeUndefined();
    const [second] = await claim();
    expect(second && (await handler.run(second, context))).toHaveProperty('commit');
  });
});

describe('the stock of an order that changed in Sage', () => {
  let number: string;

  beforeEach(async () => {
    worked = await workStore([createOrderStatus(place.parts)]);
    const open = place.sage.column(
      `SELECT SalesOrderNo FROM SO_SalesOrderHeader JOIN SO_SalesOrderDetail USING (SalesOrderNo)
       WHERE OrderStatus = 'O' AND ItemType = '1'`
    );
    number = String(open[0]);
  });

  it('when an order is held, then the stock of each of its items is told, once', async () => {
    await subscribeStock(worked.store);
    await link('006000000000278AAA', number);
    await look();
    const told = async () => {
      const jobs = await worked.store.jobs.list({ lane: 'stock-events', limit: 500 });
      return jobs.map(({ key }) => key);
    };
    const before = (await told()).length;
    change('SO_SalesOrderHeader', number, `OrderStatus = 'H'`, '11.60000');
    await look();
    await look();
    const order = (await readOrders(place.parts.sage.records, [number])).get(number);
    const codes = (order?.lines ?? []).flatMap(({ itemCode }) => itemCode ?? []);
    const items = [...new Set(codes)].filter((code) => !code.startsWith('/'));
    expect(items.length).toBeGreaterThan(0);
    expect((await told()).slice(before)).toEqual(items.toSorted());
  });
});
