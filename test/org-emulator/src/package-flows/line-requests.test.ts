import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Basis, openOpportunity, type SalesOrg, startSalesOrg } from './testing/sales-org.ts';

let sales: SalesOrg;
let basis: Basis;
let opportunity: string;
let line: string;

beforeAll(async () => {
  sales = await startSalesOrg();
});
afterAll(() => sales.close());
beforeEach(async () => {
  basis = await sales.begin('Opportunity');
  opportunity = await sales.create('Opportunity', openOpportunity(basis));
  line = await add();
});

function add(): Promise<string> {
  const values = { PricebookEntryId: basis.entryId, Quantity: 2, UnitPrice: 84 };
  return sales.create('OpportunityLineItem', { OpportunityId: opportunity, ...values });
}

const win = () => sales.update('Opportunity', { Id: opportunity, StageName: 'Closed Won' });
const change = (values: Record<string, unknown>) =>
  sales.update('OpportunityLineItem', { Id: line, ...values });
const actions = () => sales.requests().map(({ Action__c }) => Action__c);

it('when a product is added or changed before the deal is won, then no flow runs', async () => {
  await change({ Quantity: 3 });
  expect(sales.requests()).toEqual([]);
  expect(sales.org.flows.traces.all('Sage_Request_On_Line_Change')).toEqual([]);
});

it.each([
  { Quantity: 5 },
  { UnitPrice: 80 },
  { Discount: 5 },
  { ServiceDate: '2026-12-01' },
  { Description: 'Walnut' },
  { Sage_Warehouse_Code__c: '002' },
  { Sage_Line_Comment__c: 'With care' }
])('when $s of a product of a won deal is changed, then the deal is to be amended once', async (values) => {
  await win();
  await change(values);
  expect(await sales.read('Opportunity', opportunity)).toMatchObject({
    Sage_Sync_State__c: 'Requested',
    Sage_Requested_Action__c: 'amend'
  });
  expect(sales.requests()).toMatchObject([
    { Action__c: 'submit' },
    { Action__c: 'amend', Record_Id__c: opportunity, Order_Key__c: opportunity }
  ]);
});

it('when a product is added to a won deal or removed from it, then the deal is to be amended', async () => {
  await win();
  const second = await add();
  await sales.connection.sobject('OpportunityLineItem').destroy(second);
  expect(actions()).toEqual(['submit', 'amend', 'amend']);
  expect(sales.org.flows.traces.all('Sage_Request_On_Line_Removal')).toHaveLength(1);
});

it('when the service writes on a line, then nothing is asked', async () => {
  await win();
  const service = sales.as('integration').sobject('OpportunityLineItem');
  const saved = await service.update({
    Id: line,
    Sage_Line_Key__c: '000001',
    Sage_Unit_Price__c: 84,
    Sage_Line_Total__c: 168,
    Sage_Quantity_Shipped__c: 1
  });
  expect(saved).toMatchObject({ success: true });
  expect(actions()).toEqual(['submit']);
});

it('when a deal that is to be cancelled loses a product, then nothing more is asked', async () => {
  await win();
  await sales.update('Opportunity', { Id: opportunity, Sage_Cancel_Requested__c: true });
  await sales.connection.sobject('OpportunityLineItem').destroy(line);
  expect(actions()).toEqual(['submit', 'cancel']);
});

it('when the company takes opportunities no longer, then nothing is asked', async () => {
  await win();
  await sales.update('Integration_Config__c', { Id: basis.configId, Order_Trigger__c: 'None' });
  await change({ Quantity: 9 });
  expect(actions()).toEqual(['submit']);
});

it('when a deal with products is deleted, then its lines ask for nothing', async () => {
  await win();
  await sales.connection.sobject('Opportunity').destroy(opportunity);
  expect(actions()).toEqual(['submit']);
});
