import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Customer } from '../../../canonical/customer.ts';
import { lanes } from '../../lanes.ts';
import { keptBeside } from '../../customer/kept-beside.ts';
import { customerPair } from '../../pairs/customer-pair.ts';
import { inventoryPair } from '../../pairs/inventory-pair.ts';
import { itemPair } from '../../pairs/item-pair.ts';
import type { MappingContent } from '../../../mapping/mapping-content.ts';
import { readEditedPayload } from '../../dead-letters/edited-payload.ts';
import { subjectOfJob } from '../../failures/subject-of-job.ts';
import { previewMapping } from '../preview/preview-records.ts';
import { handOver } from './hand-over.ts';
import { startEnginePlace, type EnginePlace } from '../test-support/engine-place.ts';

const pair = customerPair.name;
let place: EnginePlace;
beforeAll(async () => {
  place = await startEnginePlace([customerPair, inventoryPair, itemPair]);
  place.publish(pair, (content) => ({ ...content, create: { inSalesforce: true, inSage: true } }));
}, 60_000);
beforeEach(() => place.settings({}));
afterAll(() => place.close());

/** Lets a field's rule decide, for as long as the next tests want it. */
function rule(id: string, conflict: MappingContent['fields'][number]['conflict']): void {
  place.publish(pair, (content) => ({
    ...content,
    fields: content.fields.map((map) => (map.id === id ? { ...map, conflict } : map))
  }));
}

async function customerOf(key: string): Promise<Customer> {
  const [customer] = await customerPair.reads(place.sage.options.records).byKeys([key]);
  if (customer === undefined) throw new Error(`there is no customer ${key}`);
  return customer;
}

async function accountOf(key: string): Promise<Record<string, unknown> & { readonly Id: string }> {
  const [account] = await place.find('Account', 'Sage_Customer_No__c', key);
  if (typeof account?.['Id'] !== 'string') throw new Error(`there is no account of ${key}`);
  return { ...account, Id: account['Id'] };
}

async function change(key: string, values: Record<string, unknown>): Promise<string> {
  const { Id } = await accountOf(key);
  await place.connection.sobject('Account').update({ Id, ...values });
  return Id;
}

const because = 'change-event';

describe('a record that was changed in Salesforce', () => {
  it('when it is new, then Sage gets it once, however often it is asked for, and its number goes back', async () => {
    const salesforceId = await place.create('Account', {
      Name: 'Nobody Knows Inc.',
      Phone: '(414) 555-1234',
      BillingCity: 'Milwaukee',
      BillingPostalCode: '53205'
    });
    expect(await place.bring({ pair, salesforceId, because })).toBeUndefined();
    await place.store.links.remove('customer', salesforceId);
    expect(await place.bring({ pair, salesforceId, because })).toBeUndefined();
    const rows = await place.sage.rows(
      "SELECT ARDivisionNo, CustomerNo FROM AR_Customer WHERE CustomerName = 'Nobody Knows Inc.'"
    );
    expect(rows).toHaveLength(1);
    const key = rows[0]?.join('-') ?? '';
    const account = await place.connection.sobject('Account').retrieve(salesforceId);
    expect(account).toMatchObject({ Sage_Customer_No__c: key, Phone: '(414) 555-1234' });
    expect(await customerOf(key)).toMatchObject({ address: { city: 'Milwaukee' } });
  });

  it('when both sides changed different fields, then each goes to the other, and what follows of it writes nothing', async () => {
    await place.page(customerPair, ['01-ABF']);
    place.inSage("UPDATE AR_Customer SET Comment = 'Pays late' WHERE CustomerNo = 'ABF'");
    const salesforceId = await change('01-ABF', { Website: 'https://abf.example' });
    expect(await place.bring({ pair, salesforceId, because })).toBeUndefined();
    expect(await customerOf('01-ABF')).toMatchObject({
      urlAddress: 'https://abf.example',
      comment: 'Pays late'
    });
    const account = await accountOf('01-ABF');
    expect(account).toMatchObject({ Sage_Comment__c: 'Pays late' });
    // Our own writes come back: as a change event, and as a stamp.
    expect(await place.bring({ pair, salesforceId, because })).toBeUndefined();
    expect((await place.page(customerPair, ['01-ABF'])).counts).toMatchObject({ unchanged: 1 });
    expect((await accountOf('01-ABF'))['SystemModstamp']).toBe(account['SystemModstamp']);
    const logs = await place.store.jobs.list({ lane: lanes.syncLog, limit: 50 });
    expect(logs.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ recordId: salesforceId, direction: 'To Sage', objectPair: pair })
    );
  });

  it('when both changed the same field, then its rule decides; "ask" waits for a person, and his word holds', async () => {
    rule('comment', 'sage-wins');
    place.inSage("UPDATE AR_Customer SET Comment = 'of Sage' WHERE CustomerNo = 'ABF'");
    const salesforceId = await change('01-ABF', { Sage_Comment__c: 'of Salesforce' });
    expect(await place.bring({ pair, salesforceId, because })).toBeUndefined();
    expect(await accountOf('01-ABF')).toMatchObject({ Sage_Comment__c: 'of Sage' });

    rule('comment', 'ask');
    place.inSage("UPDATE AR_Customer SET Comment = 'again of Sage' WHERE CustomerNo = 'ABF'");
    await change('01-ABF', { Sage_Comment__c: 'again of Salesforce', Website: 'https://new.example' });
    const refused = await place.bring({ pair, salesforceId, because });
    expect(refused).toMatchObject({ code: 'LB780', entry: { kind: 'permanent' } });
    expect(refused?.faults).toMatchObject([
      {
        field: 'comment',
        problem: expect.stringMatching(/again of Sage.*again of Salesforce.*of Sage/) as string
      }
    ]);
    // All else went its way.
    expect(await customerOf('01-ABF')).toMatchObject({
      urlAddress: 'https://new.example',
      comment: 'again of Sage'
    });
    const decided = { comment: 'salesforce' } as const;
    expect(await place.bring({ pair, salesforceId, because: 'conflict', decided })).toBeUndefined();
    expect(await customerOf('01-ABF')).toMatchObject({ comment: 'again of Salesforce' });
  });

  it('when a value does not fit, then LB786 names the field, and the rest is written', async () => {
    const salesforceId = await change('01-ABF', {
      Website: 'https://rest.example',
      Name: 'A name that is longer than the fifty characters of Sage '.repeat(2)
    });
    const refused = await place.bring({ pair, salesforceId, because });
    expect(refused).toMatchObject({ code: 'LB786' });
    expect(refused?.faults.map(({ field }) => field)).toEqual(['Name']);
    expect(await customerOf('01-ABF')).toMatchObject({ urlAddress: 'https://rest.example' });
    await change('01-ABF', { Name: 'American Business Futures' });
    expect(await place.bring({ pair, salesforceId, because })).toBeUndefined();
  });
});

describe('a key that two records of Salesforce name', () => {
  it('when none of them is linked, then neither is guessed and no other made, until a person decides', async () => {
    const code = 'STK-ONE';
    const named = (Name: string) => place.create('Product2', { Name, Sage_Item_Code__c: code });
    const [one, other] = [await named('One'), await named('Other')];
    expect((await place.page(itemPair, [code], { commit: false })).causes).toEqual({ LB782: 1 });
    const wanted = { pair: itemPair.name, sageKey: code, because: 'page' };
    expect(await place.bring(wanted)).toMatchObject({ code: 'LB782', faults: [{ value: code }] });
    const found = await place.find('Product2', 'Sage_Item_Code__c', code);
    expect(found.map(({ Name }) => Name).toSorted()).toEqual(['One', 'Other']);

    await place.connection.sobject('Product2').update({ Id: one, Sage_Item_Code__c: null });
    expect(await place.bring(wanted)).toBeUndefined();
    expect(await place.store.links.bySageKey('item', code)).toMatchObject({ salesforceId: other });
  });
});

describe('a record that has gone on one side', () => {
  it('when Salesforce deleted it, then LB792 asks a person; when Sage has it no more either, then the link ends', async () => {
    await place.page(customerPair, ['01-AVNET']);
    const salesforceId = (await accountOf('01-AVNET')).Id;
    await place.connection.sobject('Account').destroy(salesforceId);
    expect(await place.bring({ pair, salesforceId, because })).toMatchObject({ code: 'LB792' });
    expect(await place.store.links.bySageKey('customer', '01-AVNET')).toBeDefined();
    place.inSage("DELETE FROM AR_Customer WHERE CustomerNo = 'AVNET'");
    expect(await place.bring({ pair, salesforceId, because })).toBeUndefined();
    expect(await place.store.links.bySageKey('customer', '01-AVNET')).toBeUndefined();
  });

  it('when an account is given another number, then it goes with that customer from then on', async () => {
    const salesforceId = await change('01-ABF', { Sage_Customer_No__c: '01-HILLSB' });
    expect(await place.bring({ pair, salesforceId, because })).toBeUndefined();
    expect(await place.store.links.bySalesforceId('customer', salesforceId)).toMatchObject({
      sageKey: '01-HILLSB'
    });
    expect(await place.store.links.bySageKey('customer', '01-ABF')).toBeUndefined();
    const { customerName } = await customerOf('01-HILLSB');
    expect(await accountOf('01-HILLSB')).toMatchObject({ Id: salesforceId, Name: customerName });
  });
});

describe('what others keep with a link', () => {
  it('when orders and the engine write it in turn, then each keeps what the other put there', () => {
    const mapped = { name: { sage: ['A'], salesforce: ['A'] } };
    const engine = { mapped, digest: 'x.y', name: { salesforce: 'A', sage: 'A' } };
    const orders = { name: { salesforce: 'B', sage: 'B' }, digest: 'older' };
    expect(keptBeside(engine, orders)).toEqual({
      mapped,
      digest: 'x.y',
      name: { salesforce: 'B', sage: 'B' }
    });
    expect(keptBeside(undefined, null)).toBeNull();
  });
});

describe('a preview', () => {
  it('when a mapping is tried on real records, then each field shows both sides and what decides, and nothing is written', async () => {
    await place.page(customerPair, ['01-ABF']);
    const { Id } = await accountOf('01-ABF');
    const { fields, ...rest } = (await place.parts.settings.mapping(pair)).content;
    const conflict = {
      ...rest,
      fields: fields.map((map) => (map.id === 'comment' ? { ...map, conflict: 'ask' as const } : map))
    };
    place.inSage("UPDATE AR_Customer SET Comment = 'tried in Sage' WHERE CustomerNo = 'ABF'");
    await change('01-ABF', { Sage_Comment__c: 'tried in Salesforce' });
    const before = await place.store.links.bySageKey('customer', '01-ABF');
    const parts = { ...place.parts, sage: place.parts.sage };
    const preview = await previewMapping(parts, {
      pair: customerPair,
      content: conflict,
      keys: ['01-ABF', '01-NOBODY']
    });
    expect(preview).toMatchObject({
      passes: 0,
      fails: 1,
      unknown: ['01-NOBODY'],
      records: [
        { key: '01-ABF', salesforceId: Id, outcome: 'fails', faults: [{ code: 'LB780', field: 'comment' }] }
      ]
    });
    expect(preview.records[0]?.fields).toContainEqual(
      expect.objectContaining({
        id: 'comment',
        sage: ['tried in Sage'],
        salesforce: ['tried in Salesforce'],
        outcome: 'conflict',
        sentence: expect.any(String) as string
      })
    );
    const sample = await previewMapping(parts, { pair: customerPair, content: conflict, sample: 3 });
    expect(sample.records).toHaveLength(3);
    expect(await place.store.links.bySageKey('customer', '01-ABF')).toEqual(before);
    expect(await accountOf('01-ABF')).toMatchObject({ Sage_Comment__c: 'tried in Salesforce' });
    const decided = { comment: 'sage' } as const;
    expect(await place.bring({ pair, salesforceId: Id, because, decided })).toBeUndefined();
  });
});

describe('a job that is dead', () => {
  it('when the record is looked at again, then no other job waits behind it; a later change lets it begin anew', async () => {
    const payload = { pair, sageKey: '01-DEAD', because: 'page' };
    const hand = (changedAt: string | null) =>
      place.store.transaction((within) => handOver(within, { payload, changedAt }));
    const jobs = async () =>
      (await place.store.jobs.list({ lane: lanes.recordInStep, key: `${pair}:01-DEAD`, limit: 9 })).map(
        ({ state }) => state
      );
    await hand(null);
    await hand(null);
    expect(await jobs()).toEqual(['ready']);
    const [job] = await place.store.jobs.claim({
      lane: lanes.recordInStep,
      limit: 1,
      worker: 'test',
      leaseMs: 60_000
    });
    if (job === undefined) throw new Error('there is no job');
    await place.store.jobs.fail(job.lease, { kind: 'permanent', code: 'LB786', message: 'It does not fit.' });
    await hand('2020-01-01T00:00:00.000Z');
    await hand(null);
    expect(await jobs()).toEqual(['dead']);
    const [dead] = await place.store.jobs.list({ lane: lanes.recordInStep, states: ['dead'], limit: 1 });
    expect(dead && subjectOfJob(dead)).toEqual({ objectName: 'Account', recordId: null, sageKey: '01-DEAD' });
    const renamed = JSON.stringify({ ...payload, sageKey: '01-OTHER' });
    expect(() => dead && readEditedPayload(renamed, dead)).toThrow('cannot be used');
    expect(
      dead && readEditedPayload(JSON.stringify({ ...payload, decided: { name: 'sage' } }), dead)
    ).toMatchObject({
      decided: { name: 'sage' }
    });
    await hand('2100-01-01T00:00:00.000Z');
    expect(await jobs()).toEqual(['ready']);
    // Sage has no such customer: there is nothing to do.
    expect(await place.work()).toEqual([]);
  });
});

describe('edits on both sides at the same time', () => {
  const fields = ['Website', 'Sage_Comment__c'] as const;
  const columns = { Website: 'URLAddress', Sage_Comment__c: 'Comment' } as const;
  const text = fc.constantFrom('', 'A', 'B', 'Ünder “way”', "O'Neil");
  const edit = fc.record({
    side: fc.constantFrom('sage', 'salesforce'),
    field: fc.constantFrom(...fields),
    text
  });
  const edits = fc.array(fc.array(edit, { maxLength: 4 }), { minLength: 1, maxLength: 4 });

  it('when any of them come in any order, then both sides end equal', { timeout: 60_000 }, async () => {
    rule('comment', 'newest');
    await place.page(customerPair, ['01-ABF']);
    const { Id: salesforceId } = await accountOf('01-ABF');
    await fc.assert(
      fc.asyncProperty(edits, async (rounds) => {
        for (const round of rounds) {
          const running = [
            place.bring({ pair, salesforceId, because }),
            place.page(customerPair, ['01-ABF'])
          ];
          for (const each of round) await carryOut(each);
          await Promise.all(running);
        }
        expect(await place.work()).toEqual([]);
        expect(await place.bring({ pair, salesforceId, because })).toBeUndefined();
        const [account, customer] = [await accountOf('01-ABF'), await customerOf('01-ABF')];
        expect({
          urlAddress: account['Website'],
          comment: account['Sage_Comment__c']
        }).toEqual({
          urlAddress: customer.urlAddress,
          comment: customer.comment
        });
      }),
      { numRuns: 5 }
    );
  });

  async function carryOut({
    side,
    field,
    text: value
  }: {
    side: string;
    field: (typeof fields)[number];
    text: string;
  }) {
    if (side === 'salesforce') await change('01-ABF', { [field]: value });
    else place.inSage(`UPDATE AR_Customer SET ${columns[field]} = ? WHERE CustomerNo = 'ABF'`, value);
  }
});
