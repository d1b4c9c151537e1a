import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Basis, openOpportunity, type SalesOrg, startSalesOrg } from './testing/sales-org.ts';

let sales: SalesOrg;
let basis: Basis;
let opportunity: string;

beforeAll(async () => {
  sales = await startSalesOrg();
});
afterAll(() => sales.close());
beforeEach(async () => {
  basis = await sales.begin('Opportunity');
  opportunity = await sales.create('Opportunity', openOpportunity(basis));
});

const WON = { StageName: 'Closed Won' };

async function change(values: Record<string, unknown>, id = opportunity): Promise<void> {
  await sales.update('Opportunity', { Id: id, ...values });
}

/** As the service does, with its own user. */
async function writeBack(values: Record<string, unknown> = {}): Promise<void> {
  const fields = { Sage_Sales_Order_No__c: '0000184', Sage_Sync_State__c: 'Done', ...values };
  const saved = await sales
    .as('integration')
    .sobject('Opportunity')
    .update({ Id: opportunity, ...fields });
  expect(saved.success).toBe(true);
}

const stamped = () => sales.read('Opportunity', opportunity);
const actions = () => sales.requests().map(({ Action__c }) => Action__c);

describe('Sage_Request_On_Opportunity and Sage_Request_Of_Opportunity: an opportunity that is won', () => {
  it('when a rep wins it, then the request is on the record and exactly one event says so', async () => {
    await sales
      .as('rep')
      .sobject('Opportunity')
      .update({ Id: opportunity, ...WON });
    const record = await stamped();
    const rep = sales.org.access.findUser('rep@ledger-bridge.example')?.userId;
    expect(record).toMatchObject({
      Sage_Sync_State__c: 'Requested',
      Sage_Requested_Action__c: 'submit',
      Sage_Requested_By__c: rep
    });
    expect(sales.requests()).toMatchObject([
      {
        Record_Id__c: opportunity,
        Object_Name__c: 'Opportunity',
        Order_Key__c: opportunity,
        Action__c: 'submit',
        Requested_By__c: rep
      }
    ]);
    const [{ Requested_At__c: told } = {}] = sales.requests();
    expect(Date.parse(String(told))).toBe(Date.parse(String(record.Sage_Requested_At__c)));
  });

  it('when it is created as won, then it is asked for at once', async () => {
    const id = await sales.create('Opportunity', { ...openOpportunity(basis), ...WON });
    expect(sales.requests()).toMatchObject([{ Record_Id__c: id, Action__c: 'submit' }]);
  });

  it('when it is created or changed without being won, then nothing is asked', async () => {
    await change({ StageName: 'Perception Analysis', Sage_Customer_PO_No__c: 'PO-1' });
    await change({ StageName: 'Closed Lost' });
    expect(await stamped()).toMatchObject({ Sage_Requested_At__c: null, Sage_Sync_State__c: null });
    expect(sales.requests()).toEqual([]);
  });

  it.each(['None', 'Order'])('when the company takes %s, then nothing is asked', async (trigger) => {
    await sales.update('Integration_Config__c', { Id: basis.configId, Order_Trigger__c: trigger });
    await change(WON);
    expect(await stamped()).toMatchObject({ Sage_Requested_At__c: null });
    expect(sales.requests()).toEqual([]);
  });

  it('when the company is not active, then nothing is asked', async () => {
    await sales.update('Integration_Config__c', { Id: basis.configId, Active__c: false });
    await change(WON);
    expect(sales.requests()).toEqual([]);
  });

  it('when the save is refused, then neither stamp nor event is left', async () => {
    await expect(change({ ...WON, Sage_Customer_PO_No__c: 'x'.repeat(31) })).rejects.toThrow();
    expect(await stamped()).toMatchObject({ Sage_Requested_At__c: null });
    expect(sales.requests()).toEqual([]);
  });

  it('when 200 are won in one request, then 200 events carry their keys', async () => {
    const open = Array.from({ length: 200 }, () => openOpportunity(basis));
    const created = await sales.connection.sobject('Opportunity').create(open);
    const ids = created.map(({ id = '' }) => id);
    const saved = await sales.connection.sobject('Opportunity').update(
      ids.map((Id) => ({ Id, ...WON })),
      { allOrNone: true }
    );
    expect(saved.filter(({ success }) => success)).toHaveLength(200);
    expect(new Set(sales.requests().map(({ Order_Key__c }) => Order_Key__c))).toEqual(new Set(ids));
    expect(sales.requests()).toHaveLength(200);
  });
});

describe('Sage_Request_On_Opportunity: an opportunity that Sage knows', () => {
  beforeEach(async () => {
    await change(WON);
  });

  it('when the service writes back, then no event answers it', async () => {
    await writeBack({
      Sage_Order_Status__c: 'New',
      Sage_Order_Total__c: 168,
      Sage_Sync_Code__c: null,
      Sage_Synced_At__c: '2026-11-22T10:00:00Z'
    });
    expect(await stamped()).toMatchObject({ Sage_Sales_Order_No__c: '0000184', Sage_Sync_State__c: 'Done' });
    expect(actions()).toEqual(['submit']);
  });

  it.each([
    { Sage_Customer_PO_No__c: 'PO-2' },
    { Sage_Ship_To_Code__c: '2' },
    { Sage_Ship_Date__c: '2026-12-01' },
    { Sage_Ship_Via__c: 'UPS BLUE' },
    { Sage_Terms_Code__c: '01' },
    { Sage_Warehouse_Code__c: '002' },
    { Sage_Order_Comment__c: 'Ring first' },
    { CloseDate: '2026-12-02' }
  ])('when $s is changed, then it is to be amended, and the last answer is gone', async (values) => {
    await writeBack({ Sage_Sync_Code__c: 'LB771', Sage_Sync_Message__c: 'Over the limit.' });
    await change(values);
    expect(await stamped()).toMatchObject({
      Sage_Sync_State__c: 'Requested',
      Sage_Requested_Action__c: 'amend',
      Sage_Sync_Code__c: null,
      Sage_Sync_Message__c: null
    });
    expect(actions()).toEqual(['submit', 'amend']);
  });

  it('when its customer is changed before Sage answered, then it is to be amended', async () => {
    await change({ AccountId: await sales.create('Account', { Name: 'Breslin' }) });
    expect(actions()).toEqual(['submit', 'amend']);
  });

  it('when what does not go to Sage is changed, then nothing is asked', async () => {
    await change({ Name: 'Office, second floor', NextStep: 'Thank them' });
    expect(actions()).toEqual(['submit']);
  });

  it('when several requests fall in one second, then each has a later time and an event', async () => {
    for (const po of ['1', '2', '3']) await change({ Sage_Customer_PO_No__c: po });
    const times = sales
      .requests()
      .map(({ Requested_At__c }) => Math.floor(Date.parse(String(Requested_At__c)) / 1000));
    expect(times).toHaveLength(4);
    expect(new Set(times).size).toBe(4);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('when a rep asks for cancellation, then the request is to cancel, and later changes amend nothing', async () => {
    await writeBack();
    await sales.as('rep').sobject('Opportunity').update({ Id: opportunity, Sage_Cancel_Requested__c: true });
    await change({ Sage_Customer_PO_No__c: 'PO-3' });
    expect(actions()).toEqual(['submit', 'cancel']);
  });

  it('when the tick that cancels is taken away again, then it is to be amended', async () => {
    await change({ Sage_Cancel_Requested__c: true });
    await change({ Sage_Cancel_Requested__c: false });
    expect(actions()).toEqual(['submit', 'cancel', 'amend']);
  });

  it('when it is won no longer and then won again, then it is to be cancelled, and then amended', async () => {
    await change({ StageName: 'Negotiation/Review' });
    expect(await stamped()).toMatchObject({ Sage_Requested_Action__c: 'cancel' });
    await change(WON);
    expect(actions()).toEqual(['submit', 'cancel', 'amend']);
  });

  it('when it failed without a number and a person corrects it, then it is asked for again', async () => {
    await writeBack({ Sage_Sales_Order_No__c: null, Sage_Sync_State__c: 'Failed' });
    await change({ Sage_Ship_To_Code__c: '1' });
    expect(actions()).toEqual(['submit', 'amend']);
  });

  it('when it is copied, then the copy has asked for nothing', async () => {
    const { Sage_Requested_At__c, Sage_Requested_Action__c, Sage_Sync_State__c } = await stamped();
    const copied = { Sage_Requested_At__c, Sage_Requested_Action__c, Sage_Sync_State__c };
    const id = await sales.create('Opportunity', { ...openOpportunity(basis), ...copied });
    expect(await sales.read('Opportunity', id)).toMatchObject({
      Sage_Requested_At__c: null,
      Sage_Requested_Action__c: null,
      Sage_Sync_State__c: null
    });
    expect(actions()).toEqual(['submit']);
  });

  it('when the event cannot be published, then the save stands, the state stays, and a failure says so', async () => {
    sales.org.events.setLimits({ hourlyPublished: 1 });
    await change({ Sage_Customer_PO_No__c: 'PO-4' });
    sales.org.events.setLimits({});
    expect(await stamped()).toMatchObject({
      Sage_Customer_PO_No__c: 'PO-4',
      Sage_Sync_State__c: 'Requested',
      Sage_Requested_Action__c: 'amend'
    });
    const { records } = await sales.connection.query(
      'SELECT Record_Id__c, Opportunity__c, State__c, Cause__c FROM Sync_Failure__c'
    );
    expect(records).toMatchObject([
      { Record_Id__c: opportunity, Opportunity__c: opportunity, State__c: 'Open' }
    ]);
    expect(records[0]?.Cause__c).toMatch(/LIMIT_EXCEEDED/);
  });
});

it('when there is nothing to cancel, then the tick is refused with its reason', async () => {
  await expect(change({ Sage_Cancel_Requested__c: true })).rejects.toThrow(/was never sent to Sage/);
});
