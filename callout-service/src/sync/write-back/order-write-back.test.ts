import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settingsOf } from '../test-support/settings.ts';
import { createOrderWriteBack } from './order-write-back.ts';
import type { OrderWriteBack } from './payloads.ts';
import {
  createProduct,
  startOrderPlace,
  workStore,
  type OrderPlace,
  type PricedProduct,
  type WorkedStore
} from './test-support/order-place.ts';

const LANE = 'order-write-back';
/** Two published lines: 2 at 84.00, 3 at 131.00. */
const ORDER = '0000184';
const REQUESTED = '2026-01-31T15:00:00.700Z';

let place: OrderPlace;
let worked: WorkedStore;
let products: readonly PricedProduct[];
let opportunity: string;
let lines: readonly string[];

beforeAll(async () => {
  place = await startOrderPlace();
  products = [await createProduct(place, '1001-HON-H252'), await createProduct(place, '1001-HON-H254')];
}, 60_000);
afterAll(() => place.close());
beforeEach(async () => {
  opportunity = await place.create('Opportunity', {
    Name: 'Deal',
    StageName: 'Value Proposition',
    CloseDate: '2026-05-31'
  });
  lines = await linesOf(opportunity);
  await update({ Sage_Sync_State__c: 'Requested', Sage_Requested_At__c: REQUESTED });
  const settings = { current: () => Promise.resolve(settingsOf()) };
  worked = await workStore([createOrderWriteBack({ ...place.parts, settings })]);
  await place.requests();
});
afterEach(async () => {
  await worked.stop();
  // Its number may be on one opportunity only.
  await place.connection.sobject('Opportunity').delete(opportunity).catch(ignore);
});

const ignore = () => undefined;
const update = (values: Record<string, unknown>) =>
  place.connection.sobject('Opportunity').update({ Id: opportunity, ...values });

async function linesOf(OpportunityId: string): Promise<readonly string[]> {
  const created: string[] = [];
  for (const { price: PricebookEntryId } of products) {
    created.push(
      await place.create('OpportunityLineItem', {
        OpportunityId,
        PricebookEntryId,
        Quantity: 1,
        UnitPrice: 1
      })
    );
  }
  return created;
}

function payloadOf(changes: Partial<OrderWriteBack> = {}): OrderWriteBack {
  return {
    orderKey: opportunity,
    records: [{ object: 'Opportunity', recordId: opportunity }],
    salesOrderNo: ORDER,
    lineKeys: { [lines[0] ?? '']: '000001', [lines[1] ?? '']: '000002' },
    state: 'Done',
    code: null,
    message: null,
    requestedAt: REQUESTED,
    ...changes
  };
}

const write = (changes: Partial<OrderWriteBack> = {}) => worked.does(LANE, opportunity, payloadOf(changes));
const header = () => place.read('Opportunity', opportunity);
const line = (index: number) => place.read('OpportunityLineItem', lines[index] ?? '');
const figures = (sql: string) => place.sage.column(sql).map(Number);

describe('what Sage made of an order', () => {
  it('when it is written back, then number, status, totals and lines are those of Sage to the cent', async () => {
    place.setNow('2026-01-31T15:00:05.000Z');
    expect(await write()).toMatchObject({ state: 'done', attempts: 1 });
    const [subtotal = 0] = figures(
      `SELECT TaxableAmt + NonTaxableAmt FROM SO_SalesOrderHeader WHERE SalesOrderNo = '${ORDER}'`
    );
    const [tax = 0] = figures(`SELECT SalesTaxAmt FROM SO_SalesOrderHeader WHERE SalesOrderNo = '${ORDER}'`);
    expect(subtotal).toBe(561);
    expect(await header()).toMatchObject({
      Sage_Sales_Order_No__c: ORDER,
      Sage_Order_Status__c: 'Open',
      Sage_Order_Subtotal__c: subtotal,
      Sage_Order_Discount__c: 0,
      Sage_Order_Tax__c: tax,
      Sage_Order_Total__c: Number((subtotal + tax).toFixed(2)),
      Sage_Sync_State__c: 'Done',
      Sage_Sync_Code__c: null,
      Sage_Sync_Message__c: null,
      Sage_Synced_At__c: '2026-01-31T15:00:05.000+0000'
    });
    expect(await line(0)).toMatchObject({
      Sage_Line_Key__c: '000001',
      Sage_Unit_Price__c: 84,
      Sage_Line_Total__c: 168
    });
    expect(await line(1)).toMatchObject({
      Sage_Line_Key__c: '000002',
      Sage_Unit_Price__c: 131,
      Sage_Line_Total__c: 393
    });
  });

  it('when it is written, then it takes one look and one request each for lines and header; again, none to write', async () => {
    await write();
    expect(await place.requests()).toEqual([
      'GET query',
      'PATCH composite/sobjects',
      'PATCH composite/sobjects'
    ]);
    await write();
    expect(await place.requests()).toEqual(['GET query']);
    await write({ requestedAt: null, lineKeys: undefined });
    expect(await place.requests()).toEqual([]);
  });

  it('when Sage changed by itself, then lines are found by their own LineKey, in any order of Sage', async () => {
    await write();
    place.sage.execute(
      `UPDATE SO_SalesOrderDetail SET QuantityShipped = 2, QuantityBackordered = 1, LineSeqNo = '00000000000009'
       WHERE SalesOrderNo = ? AND LineKey = '000001'`,
      ORDER
    );
    const job = await write({ requestedAt: null, lineKeys: undefined });
    place.sage.execute(
      `UPDATE SO_SalesOrderDetail SET QuantityShipped = 0, QuantityBackordered = 0, LineSeqNo = '00000000000001'
       WHERE SalesOrderNo = ? AND LineKey = '000001'`,
      ORDER
    );
    expect(job.state).toBe('done');
    expect(await line(0)).toMatchObject({ Sage_Quantity_Shipped__c: 2, Sage_Quantity_Backordered__c: 1 });
    expect(await line(1)).toMatchObject({ Sage_Quantity_Shipped__c: 0, Sage_Unit_Price__c: 131 });
    expect(await header()).toMatchObject({ Sage_Order_Status__c: 'Partly Shipped' });
  });

  it('when Sage has lost a line, then its figures are empty and its key stays', async () => {
    await write({ lineKeys: { [lines[0] ?? '']: '000001', [lines[1] ?? '']: '000077' } });
    expect(await line(1)).toMatchObject({
      Sage_Line_Key__c: '000077',
      Sage_Unit_Price__c: null,
      Sage_Line_Total__c: null
    });
    expect(await line(0)).toMatchObject({ Sage_Line_Total__c: 168 });
  });

  it('when an opportunity and its order show it, then both are written', async () => {
    const account = await place.create('Account', { Name: 'ABF' });
    const order = await place.create('Order', {
      AccountId: account,
      EffectiveDate: '2026-01-31',
      Status: 'Draft'
    });
    await write();
    await write({ records: [{ object: 'Order', recordId: order }] });
    place.sage.execute(`UPDATE SO_SalesOrderHeader SET OrderStatus = 'H' WHERE SalesOrderNo = ?`, ORDER);
    await write({ requestedAt: null, lineKeys: undefined });
    place.sage.execute(`UPDATE SO_SalesOrderHeader SET OrderStatus = 'O' WHERE SalesOrderNo = ?`, ORDER);
    const written = {
      Sage_Sales_Order_No__c: ORDER,
      Sage_Order_Status__c: 'On Hold',
      Sage_Order_Subtotal__c: 561
    };
    expect(await place.read('Order', order)).toMatchObject(written);
    expect(await header()).toMatchObject(written);
    await place.connection.sobject('Order').delete(order);
  });

  it('when the number of Sage does not fit into its field, then the job is dead and says which', async () => {
    place.sage.execute(
      `UPDATE SO_SalesOrderDetail SET UnitPrice = 12345678901.5 WHERE SalesOrderNo = ? AND LineKey = '000001'`,
      ORDER
    );
    const job = await write();
    place.sage.execute(
      `UPDATE SO_SalesOrderDetail SET UnitPrice = 84 WHERE SalesOrderNo = ? AND LineKey = '000001'`,
      ORDER
    );
    expect(job).toMatchObject({ state: 'dead', lastErrorCode: 'LB756' });
    expect(job.errors[0]?.message).toContain('Sage_Unit_Price__c');
  });
});

describe('the answer to a request', () => {
  it('when the record has a newer request, then it stays requested, and number and totals come', async () => {
    await write({ requestedAt: '2026-01-31T14:59:59.999Z' });
    expect(await header()).toMatchObject({
      Sage_Sync_State__c: 'Requested',
      Sage_Sales_Order_No__c: ORDER,
      Sage_Order_Subtotal__c: 561
    });
    await write({ requestedAt: '2026-01-31T14:59:59.999Z', state: 'Failed', code: 'LB402', message: 'No.' });
    expect(await header()).toMatchObject({ Sage_Sync_State__c: 'Requested', Sage_Sync_Code__c: null });
  });

  it('when the request failed, then the record says why, cut at a word, and keeps number and totals', async () => {
    await write();
    await place.connection
      .sobject('Opportunity')
      .update({ Id: opportunity, Sage_Sync_State__c: 'Requested' });
    const message = 'The item is not on file. '.repeat(20);
    await write({ state: 'Failed', code: 'LB402', message });
    const after = await header();
    expect(after).toMatchObject({
      Sage_Sync_State__c: 'Failed',
      Sage_Sync_Code__c: 'LB402',
      Sage_Sales_Order_No__c: ORDER,
      Sage_Order_Subtotal__c: 561
    });
    expect(after['Sage_Sync_Message__c']).toMatch(/^The item is not on file\. .*file. The…$/);
    expect(String(after['Sage_Sync_Message__c']).length).toBeLessThanOrEqual(255);
  });

  it('when an order that never had a number failed, then state, code and message are all that is written', async () => {
    await write({ state: 'Failed', code: 'LB754', message: 'It has no lines.', salesOrderNo: null });
    expect(await header()).toMatchObject({
      Sage_Sync_State__c: 'Failed',
      Sage_Sync_Message__c: 'It has no lines.',
      Sage_Sales_Order_No__c: null,
      Sage_Synced_At__c: null
    });
    expect(await place.requests()).toEqual(['GET query', 'PATCH composite/sobjects']);
  });

  it('when Sage changes by itself, then a failure on the record stays', async () => {
    await write({ state: 'Failed', code: 'LB402', message: 'No.' });
    await write({ requestedAt: null, lineKeys: undefined });
    expect(await header()).toMatchObject({ Sage_Sync_State__c: 'Failed', Sage_Order_Status__c: 'Open' });
  });
});

describe('records that are gone', () => {
  it('when the record was deleted, then the job is done and the log says so', async () => {
    await place.connection.sobject('Opportunity').delete(opportunity);
    place.log.length = 0;
    expect(await write()).toMatchObject({ state: 'done', attempts: 1 });
    expect(place.log).toContainEqual(expect.objectContaining({ recordId: opportunity, level: 40 }));
  });

  it('when a line was deleted, then the others are written', async () => {
    await place.connection.sobject('OpportunityLineItem').delete(lines[0] ?? '');
    expect(await write()).toMatchObject({ state: 'done' });
    expect(await line(1)).toMatchObject({ Sage_Line_Total__c: 393 });
  });

  it('when Sage has the order nowhere any more, then its status says so and its figures stay', async () => {
    await write();
    for (const table of ['SO_SalesOrderHeader', 'SO_SalesOrderHistoryHeader']) {
      place.sage.execute(`UPDATE ${table} SET SalesOrderNo = 'GONE184' WHERE SalesOrderNo = ?`, ORDER);
    }
    await write({ requestedAt: null, lineKeys: undefined });
    for (const table of ['SO_SalesOrderHeader', 'SO_SalesOrderHistoryHeader']) {
      place.sage.execute(`UPDATE ${table} SET SalesOrderNo = ? WHERE SalesOrderNo = 'GONE184'`, ORDER);
    }
    expect(await header()).toMatchObject({ Sage_Order_Status__c: 'Cancelled', Sage_Order_Subtotal__c: 561 });
    expect(await line(0)).toMatchObject({ Sage_Line_Total__c: 168 });
  });
});

describe('failures', () => {
  it('when a line is refused, then the header is written all the same, and the dead letter names the line', async () => {
    const job = await write({
      lineKeys: { [lines[0] ?? '']: '000001', [lines[1] ?? '']: '0000002-too-long' }
    });
    expect(job).toMatchObject({ state: 'dead', lastErrorCode: 'LB705' });
    expect(job.errors[0]?.message).toContain(`OpportunityLineItem ${lines[1] ?? ''} of sales order ${ORDER}`);
    expect(await header()).toMatchObject({ Sage_Sales_Order_No__c: ORDER });
    expect(await line(0)).toMatchObject({ Sage_Line_Total__c: 168 });
  });

  it('when the content was edited into something else, then it is refused with every fault', async () => {
    const job = await worked.does(LANE, opportunity, { orderKey: 1, records: 'none' });
    expect(job).toMatchObject({ state: 'dead', lastErrorCode: 'LB758' });
    expect(job.errors[0]?.message).toMatch(/orderKey.*records.*state/s);
  });
});
