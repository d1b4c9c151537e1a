import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Invoice } from '../../../canonical/invoice.ts';
import { customerPair } from '../../pairs/customer-pair.ts';
import { inventoryPair } from '../../pairs/inventory-pair.ts';
import { invoicePair } from '../../pairs/invoice-pair.ts';
import { lanes } from '../../lanes.ts';
import { startEnginePlace, type EnginePlace } from '../test-support/engine-place.ts';

const customers = customerPair;
let place: EnginePlace;
beforeAll(async () => {
  place = await startEnginePlace([customers, inventoryPair, invoicePair]);
}, 60_000);
beforeEach(() => place.settings({}));
afterAll(() => place.close());

const counted = (changes: object) => ({
  ...{ created: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0 },
  ...changes
});

describe('records that only go to Salesforce', () => {
  const key = 'STK-A/000';

  it('when they are new, then they are made once, though the process ended before it was kept; a second run writes nothing', async () => {
    await place.page(inventoryPair, [key], { commit: false });
    const again = await place.page(inventoryPair, [key]);
    expect(again.counts).toMatchObject({ read: 1, failed: 0 });
    const [record, ...others] = await place.find('Sage_Inventory__c', 'Sage_Key__c', key);
    expect(others).toEqual([]);
    const third = await place.page(inventoryPair, [key]);
    expect(third.counts).toMatchObject(counted({ unchanged: 1 }));
    const [after] = await place.find('Sage_Inventory__c', 'Sage_Key__c', key);
    expect(after?.['SystemModstamp']).toBe(record?.['SystemModstamp']);
    expect(await place.store.changes.after(0, 10, ['inventory'])).toMatchObject([
      { sageKey: key, change: 'updated' }
    ]);
  });

  it('when somebody deleted one in Salesforce, then a full run makes it anew', async () => {
    const [record] = await place.find('Sage_Inventory__c', 'Sage_Key__c', key);
    await place.connection.sobject('Sage_Inventory__c').destroy(String(record?.['Id']));
    expect((await place.page(inventoryPair, [key])).counts).toMatchObject({ unchanged: 1 });
    expect((await place.page(inventoryPair, [key], { mode: 'full' })).counts).toMatchObject({ created: 1 });
    const link = await place.store.links.bySageKey('inventory', key);
    const [made] = await place.find('Sage_Inventory__c', 'Sage_Key__c', key);
    expect(link?.salesforceId).toBe(made?.['Id']);
  });

  it('when Sage has one no more, then it is marked, and the mark goes when it is back', async () => {
    place.settings({ whenVanished: 'mark' });
    const marked = await place.page(inventoryPair, [], { vanished: [key] });
    expect(marked.counts).toMatchObject(counted({ updated: 1 }));
    expect(await place.find('Sage_Inventory__c', 'Sage_Key__c', key)).toMatchObject([
      { Missing_In_Sage__c: true }
    ]);
    expect((await place.page(inventoryPair, [], { vanished: [key] })).counts).toMatchObject(
      counted({ unchanged: 1 })
    );
    await place.page(inventoryPair, [key]);
    expect(await place.find('Sage_Inventory__c', 'Sage_Key__c', key)).toMatchObject([
      { Missing_In_Sage__c: false }
    ]);
  });

  it('when settings say so, then a vanished one is deleted with its link', async () => {
    place.settings({ whenVanished: 'delete' });
    await place.page(inventoryPair, [], { vanished: [key] });
    expect(await place.find('Sage_Inventory__c', 'Sage_Key__c', key)).toEqual([]);
    expect(await place.store.links.bySageKey('inventory', key)).toBeUndefined();
  });
});

describe('documents with lines', () => {
  it('when the customer is not there yet, then a job waits for it; afterwards lines follow their document', async () => {
    const invoice = await firstInvoice();
    const key = invoicePair.description.keyOf(invoice);
    const customerNo = invoicePair.references[0]?.keyOf(invoice) ?? '';
    const alone = await place.page(invoicePair, [key]);
    if (invoicePair.references[0]?.required === true) {
      expect(alone).toMatchObject({ counts: { failed: 1 }, causes: { LB781: 1 } });
      expect(await place.store.jobs.list({ lane: lanes.recordInStep, limit: 9 })).toMatchObject([
        { payload: { pair: invoicePair.name, sageKey: key } }
      ]);
    }
    await place.page(customers, [customerNo]);
    expect(await place.work()).toEqual([]);
    await place.page(invoicePair, [key]);
    const lines = await linesOf(key);
    expect(lines).toBe(invoicePair.lines?.linesOf(invoice).length);
    const table = place.sage.rows('SELECT InvoiceNo FROM AR_InvoiceHistoryDetail');
    expect((await table).length).toBeGreaterThan(0);
    place.inSage(
      'DELETE FROM AR_InvoiceHistoryDetail WHERE InvoiceNo = ? AND DetailSeqNo = (SELECT MIN(DetailSeqNo) FROM AR_InvoiceHistoryDetail WHERE InvoiceNo = ?)',
      key.split('/')[0] ?? '',
      key.split('/')[0] ?? ''
    );
    const after = await place.page(invoicePair, [key]);
    expect(after.counts).toMatchObject(counted({ updated: 1 }));
    expect(await linesOf(key)).toBe(lines - 1);
  });

  async function firstInvoice(): Promise<Invoice> {
    for await (const page of invoicePair.reads(place.sage.options.records).scan()) {
      const found = page.find((invoice) => (invoicePair.lines?.linesOf(invoice).length ?? 0) > 1);
      if (found !== undefined) return found;
    }
    throw new Error('there is no invoice with lines');
  }

  async function linesOf(key: string): Promise<number> {
    const [document] = await place.find('Sage_Invoice__c', 'Sage_Key__c', key);
    return (await place.find('Sage_Invoice_Line__c', 'Sage_Invoice__c', String(document?.['Id']))).length;
  }
});

describe('records that go both ways', () => {
  const seen = new Set<string>();

  it('when one account is equal by the match keys, then it is linked; when two are, then a person decides', async () => {
    const customer = await customerOf('01-ABF');
    const billing = { Name: customer.customerName, BillingPostalCode: customer.address.zipCode };
    const id = await place.create('Account', billing);
    expect((await place.page(customers, ['01-ABF'])).counts).toMatchObject(counted({ updated: 1 }));
    expect(await place.find('Account', 'Sage_Customer_No__c', '01-ABF')).toMatchObject([{ Id: id }]);
    const key = await unlinked();
    const other = await customerOf(key);
    for (const Site of ['one', 'two'])
      await place.create('Account', {
        Name: other.customerName,
        BillingPostalCode: other.address.zipCode,
        Site
      });
    const unclear = await place.page(customers, [key]);
    expect(unclear).toMatchObject({ counts: { failed: 1 }, causes: { LB782: 1 } });
    await place.page(customers, [key]);
    const jobs = await place.store.jobs.list({
      lane: lanes.recordInStep,
      states: ['ready', 'waiting'],
      limit: 9
    });
    expect(jobs).toHaveLength(1);
    expect(await place.work()).toEqual(['LB782']);
  });

  it('when only Sage changed, then only that field is written, and a repeated page writes nothing', async () => {
    place.inSage("UPDATE AR_Customer SET Comment = 'Pays late' WHERE CustomerNo = 'ABF'");
    const [before] = await place.find('Account', 'Sage_Customer_No__c', '01-ABF');
    await place.connection.sobject('Account').update({ Id: String(before?.['Id']), Description: 'Ours' });
    expect((await place.page(customers, ['01-ABF'])).counts).toMatchObject(counted({ updated: 1 }));
    const [after] = await place.find('Account', 'Sage_Customer_No__c', '01-ABF');
    expect(after).toMatchObject({ Sage_Comment__c: 'Pays late', Description: 'Ours' });
    expect((await place.page(customers, ['01-ABF'])).counts).toMatchObject(counted({ unchanged: 1 }));
    expect((await place.page(customers, ['01-ABF'], { mode: 'full' })).counts).toMatchObject(
      counted({ unchanged: 1 })
    );
  });

  it('when a figure changed, then what is owed and left follow, with the moment; else the moment stays', async () => {
    const read = async () => (await place.find('Account', 'Sage_Customer_No__c', '01-ABF'))[0];
    place.inSage("UPDATE AR_Customer SET CurrentBalance = CurrentBalance + 10 WHERE CustomerNo = 'ABF'");
    const before = Date.now();
    await place.page(customers, ['01-ABF']);
    const account = await read();
    const agings = ['Current', '1', '2', '3', '4'].map((name) => Number(account?.[`Sage_Aging_${name}__c`]));
    const due = agings.reduce((sum, each) => sum + each * 100, 0) / 100;
    expect(account?.['Sage_Amount_Due__c']).toBeCloseTo(due, 2);
    expect(account?.['Sage_Credit_Left__c']).toBeCloseTo(
      Number(account?.['Sage_Credit_Limit__c']) - due - Number(account?.['Sage_Open_Order_Amount__c']),
      2
    );
    expect(Date.parse(String(account?.['Sage_Figures_As_Of__c']))).toBeGreaterThan(before - 1_000);
    await place.page(customers, ['01-ABF'], { mode: 'full' });
    expect((await read())?.['Sage_Figures_As_Of__c']).toBe(account?.['Sage_Figures_As_Of__c']);
  });

  it('when the link was written meanwhile, then what is kept of it stays, and a job looks again', async () => {
    place.inSage("UPDATE AR_Customer SET Comment = 'Pays well' WHERE CustomerNo = 'ABF'");
    const { commit } = await place.page(customers, ['01-ABF'], { commit: false });
    const link = await place.store.links.bySageKey('customer', '01-ABF');
    if (link === undefined) throw new Error('there is no link');
    await place.store.links.put({ ...link, agreed: { ...Object(link.agreed), name: 'of another' } });
    await place.store.transaction(commit);
    expect((await place.store.links.bySageKey('customer', '01-ABF'))?.agreed).toMatchObject({
      name: 'of another'
    });
    expect(await place.work()).toEqual([]);
    expect((await place.page(customers, ['01-ABF'])).counts).toMatchObject(counted({ unchanged: 1 }));
  });

  it('when the process ended after an account was made, then the next one finds it and makes none', async () => {
    const key = await unlinked();
    await place.page(customers, [key], { commit: false });
    expect((await place.page(customers, [key])).counts).toMatchObject({ created: 0, failed: 0 });
    expect(await place.find('Account', 'Sage_Customer_No__c', key)).toHaveLength(1);
    expect(await place.store.links.bySageKey('customer', key)).toBeDefined();
  });

  /** A customer that no test has looked at yet. */
  async function unlinked(): Promise<string> {
    for await (const some of customerPair.reads(place.sage.options.records).scan())
      for (const key of some.map((customer) => customerPair.description.keyOf(customer))) {
        const isKnown = (await place.store.links.bySageKey('customer', key)) !== undefined || seen.has(key);
        if (isKnown || key === '01-ABF') continue;
        seen.add(key);
        return key;
      }
    throw new Error('every customer is linked');
  }

  async function customerOf(key: string) {
    const [customer] = await customerPair.reads(place.sage.options.records).byKeys([key]);
    if (customer === undefined) throw new Error(`there is no customer ${key}`);
    return customer;
  }
});
