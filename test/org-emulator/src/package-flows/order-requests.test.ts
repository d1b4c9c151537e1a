import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Basis, openOpportunity, type SalesOrg, startSalesOrg } from './testing/sales-org.ts';

let sales: SalesOrg;
let basis: Basis;

beforeAll(async () => {
  sales = await startSalesOrg();
});
afterAll(() => sales.close());
beforeEach(async () => {
  basis = await sales.begin('Both');
});

/** A draft order with one product. */
async function draft(values: Record<string, unknown> = {}): Promise<string> {
  const order = await sales.create('Order', {
    AccountId: basis.accountId,
    Pricebook2Id: basis.bookId,
    EffectiveDate: '2026-11-30',
    Status: 'Draft',
    ...values
  });
  await sales.create('OrderItem', {
    OrderId: order,
    PricebookEntryId: basis.entryId,
    Quantity: 2,
    UnitPrice: 84
  });
  return order;
}

const change = (id: string, values: Record<string, unknown>) => sales.update('Order', { Id: id, ...values });
const activate = (id: string) => change(id, { Status: 'Activated' });
const actions = () => sales.requests().map(({ Action__c }) => Action__c);

describe('Sage_Request_On_Order and Sage_Request_Of_Order: an order that is activated', () => {
  it('when it stands alone, then the request names the order as its own key', async () => {
    const order = await draft();
    expect(sales.requests()).toEqual([]);
    await activate(order);
    expect(await sales.read('Order', order)).toMatchObject({
      Sage_Sync_State__c: 'Requested',
      Sage_Requested_Action__c: 'submit'
    });
    expect(sales.requests()).toMatchObject([
      { Record_Id__c: order, Object_Name__c: 'Order', Order_Key__c: order, Action__c: 'submit' }
    ]);
  });

  it('when it comes from a won opportunity, then both requests have one key', async () => {
    const deal = await sales.create('Opportunity', { ...openOpportunity(basis), StageName: 'Closed Won' });
    const order = await draft({ OpportunityId: deal });
    await activate(order);
    expect(sales.requests()).toMatchObject([
      { Record_Id__c: deal, Object_Name__c: 'Opportunity', Order_Key__c: deal },
      { Record_Id__c: order, Object_Name__c: 'Order', Order_Key__c: deal }
    ]);
  });

  it('when orders alone are taken, then an order of an opportunity is its own key', async () => {
    await sales.update('Integration_Config__c', { Id: basis.configId, Order_Trigger__c: 'Order' });
    const deal = await sales.create('Opportunity', { ...openOpportunity(basis), StageName: 'Closed Won' });
    const order = await draft({ OpportunityId: deal });
    await activate(order);
    expect(sales.requests()).toMatchObject([{ Record_Id__c: order, Order_Key__c: order }]);
  });

  it.each(['None', 'Opportunity'])('when the company takes %s, then nothing is asked', async (trigger) => {
    await sales.update('Integration_Config__c', { Id: basis.configId, Order_Trigger__c: trigger });
    await activate(await draft());
    expect(sales.requests()).toEqual([]);
  });
});

describe('Sage_Request_On_Order: an order that Sage knows', () => {
  let order: string;

  beforeEach(async () => {
    order = await draft();
    await activate(order);
  });

  it('when the service writes order and lines back, then no event answers it', async () => {
    const service = sales.as('integration');
    const written = {
      Sage_Sales_Order_No__c: '0000185',
      Sage_Order_Status__c: 'New',
      Sage_Sync_State__c: 'Done'
    };
    await service.sobject('Order').update({ Id: order, ...written });
    const { records } = await service.query(`SELECT Id FROM OrderItem WHERE OrderId = '${order}'`);
    const line = { Id: records[0]?.Id ?? '', Sage_Line_Key__c: '000001', Sage_Unit_Price__c: 84 };
    expect(await service.sobject('OrderItem').update(line)).toMatchObject({ success: true });
    expect(actions()).toEqual(['submit']);
  });

  it('when its header is changed, then it is to be amended', async () => {
    await change(order, { Sage_Customer_PO_No__c: 'PO-1' });
    await change(order, { Description: 'Not for Sage' });
    expect(actions()).toEqual(['submit', 'amend']);
  });

  it('when it goes back to draft and is activated again, then only that amends', async () => {
    await change(order, { Status: 'Draft' });
    await change(order, { Sage_Customer_PO_No__c: 'PO-1' });
    expect(actions()).toEqual(['submit']);
    await activate(order);
    expect(actions()).toEqual(['submit', 'amend']);
  });

  it('when its cancellation is asked for, then the request is to cancel', async () => {
    await change(order, { Sage_Cancel_Requested__c: true });
    expect(actions()).toEqual(['submit', 'cancel']);
  });

  it('when the event cannot be published, then the order stays in state Requested, and a failure says so', async () => {
    sales.org.events.setLimits({ hourlyPublished: 1 });
    await change(order, { Sage_Ship_Via__c: 'UPS BLUE' });
    sales.org.events.setLimits({});
    expect(await sales.read('Order', order)).toMatchObject({ Sage_Sync_State__c: 'Requested' });
    const { records } = await sales.connection.query('SELECT Order__c, Lane__c FROM Sync_Failure__c');
    expect(records).toMatchObject([{ Order__c: order, Lane__c: 'salesforce-flow' }]);
  });
});
