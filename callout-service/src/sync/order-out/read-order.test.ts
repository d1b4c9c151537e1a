import type { Connection } from '@jsforce/jsforce-node';
import type { RunningOrg } from '@ledger-bridge/org-emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, connect } from '../../../../test/org-emulator/src/testing/test-org.ts';
import type { Salesforce } from '../../salesforce/port/salesforce.ts';
import { connectTo } from '../../salesforce/test-support/connected.ts';
import { startLocalOrg } from '../../salesforce/test-support/local-org.ts';
import { startWritingCompany } from '../../sage/writing/test-support/writing-company.ts';
import { settingsOf } from '../test-support/settings.ts';
import { createOrderReader } from './read-order.ts';
import { openOrderDesk } from './test-support/order-desk.ts';

let org: RunningOrg;
let salesforce: Salesforce;
let person: Connection;
beforeAll(async () => {
  org = await startLocalOrg({ packageDirectory: 'force-app' });
  salesforce = connectTo(org);
  person = await connect(org, admin);
});
afterAll(async () => {
  await salesforce.close();
  await org.close();
});

async function made(object: string, fields: object): Promise<string> {
  const { id } = await person.sobject(object).create({ ...fields });
  if (id === undefined) throw new Error(`${object} was not made`);
  return id;
}

/** A product with a price of 84.00. */
async function product(): Promise<{ readonly Product2Id: string; readonly PricebookEntryId: string }> {
  const Product2Id = await made('Product2', {
    Name: 'Cabinet',
    ProductCode: '1001-HON-H252',
    IsActive: true
  });
  const { records } = await person.query<{ Id: string }>('SELECT Id FROM Pricebook2 WHERE IsStandard = true');
  const Pricebook2Id = records[0]?.Id ?? '';
  const entry = { Product2Id, Pricebook2Id, UnitPrice: 84, IsActive: true };
  return { Product2Id, PricebookEntryId: await made('PricebookEntry', entry) };
}

describe('what is read of an order in the local org', () => {
  it('when an opportunity has contact, lines and a mapped field, then one query brings them all', async () => {
    const { PricebookEntryId } = await product();
    const AccountId = await made('Account', { Name: 'ABF', Site: 'HQ', Sage_Customer_No__c: '01-ABF' });
    const ContactId = await made('Contact', { LastName: 'John', AccountId, Email: 'artie@example.com' });
    const deal = { Name: 'Cabinets', AccountId, StageName: 'Prospecting', CloseDate: '2026-01-20' };
    const OpportunityId = await made('Opportunity', { ...deal, Sage_Customer_PO_No__c: 'PO-1' });
    await made('OpportunityContactRole', { OpportunityId, ContactId, IsPrimary: true });
    const line = {
      OpportunityId,
      PricebookEntryId,
      Quantity: 2,
      UnitPrice: 84,
      Sage_Line_Comment__c: 'Ring.'
    };
    await made('OpportunityLineItem', line);
    const reader = createOrderReader(salesforce.records, 'USD');
    const pairs = [
      { object: 'Opportunity', salesforceField: 'Account.Site', sageField: 'confirmTo' }
    ] as const;
    const request = { object: 'Opportunity', recordId: OpportunityId, orderKey: OpportunityId } as const;
    const source = await reader.read(request, settingsOf({ fieldPairs: pairs }));
    expect(source).toMatchObject({
      name: 'Cabinets',
      currency: 'USD',
      orderDate: '2026-01-20',
      customerPONo: 'PO-1',
      wanted: false,
      account: { id: AccountId, sageCustomerNo: '01-ABF', email: 'artie@example.com' },
      contact: { id: ContactId, lastName: 'John' },
      lines: [{ productCode: '1001-HON-H252', productName: 'Cabinet', comment: 'Ring.', sageLineKey: null }],
      row: { Account: { Site: 'HQ' } }
    });
    expect(Number(source?.lines[0]?.quantity)).toBe(2);
  });

  it('when an order of an account is read, then its address and lines come, and one that is gone is undefined', async () => {
    const { Product2Id, PricebookEntryId } = await product();
    const AccountId = await made('Account', { Name: 'ABF' });
    const { records } = await person.query<{ Id: string }>(
      'SELECT Id FROM Pricebook2 WHERE IsStandard = true'
    );
    const order = { AccountId, EffectiveDate: '2026-01-21', Status: 'Draft', Pricebook2Id: records[0]?.Id };
    const OrderId = await made('Order', { ...order, ShippingCity: 'Milwaukee' });
    await made('OrderItem', { OrderId, Product2Id, PricebookEntryId, Quantity: 3, UnitPrice: 84 });
    const reader = createOrderReader(salesforce.records, 'USD');
    const request = { object: 'Order', recordId: OrderId, orderKey: OrderId } as const;
    const source = await reader.read(request, settingsOf());
    expect(source).toMatchObject({
      orderDate: '2026-01-21',
      wanted: false,
      shipTo: { city: 'Milwaukee' },
      lines: [{ productId: Product2Id }]
    });
    await person.sobject('Order').destroy(OrderId);
    expect(await reader.read(request, settingsOf())).toBeUndefined();
  });

  it('when a deal of the local org is won, then its order stands in Sage', async () => {
    const sage = await startWritingCompany();
    const desk = await openOrderDesk({ sage, writer: sage.writer(), records: salesforce.records });
    try {
      const { PricebookEntryId } = await product();
      const AccountId = await made('Account', { Name: 'ABF', Sage_Customer_No__c: '01-000123' });
      const deal = { Name: 'Cabinets', AccountId, StageName: 'Prospecting', CloseDate: '2026-01-20' };
      const recordId = await made('Opportunity', deal);
      await made('OpportunityLineItem', {
        OpportunityId: recordId,
        PricebookEntryId,
        Quantity: 2,
        UnitPrice: 84
      });
      await person.sobject('Opportunity').update({ Id: recordId, StageName: 'Closed Won' });
      const { writeBack, job } = await desk.ask({ object: 'Opportunity', recordId });
      expect(job.state).toBe('done');
      const [order] = await sage.options.records.salesOrders.byKeys([writeBack?.salesOrderNo ?? '']);
      expect(order).toMatchObject({
        customerNo: '000123',
        orderDate: '2026-01-20',
        lines: [{ itemCode: '1001-HON-H252', quantityOrdered: '2.000000' }]
      });
    } finally {
      await desk.close();
      await sage.close();
    }
  });
});
