import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../telemetry/clock.ts';
import { refusalOf } from '../../sage/writing/test-support/drafts.ts';
import { startWritingCompany, type WritingCompany } from '../../sage/writing/test-support/writing-company.ts';
import type { SalesforceRow } from '../../salesforce/port/salesforce-records.ts';
import type { SageWriter } from '../../sage/port/sage-writer.ts';
import { openEmbeddedStore, type EmbeddedStore } from '../../store/test-support/embedded-store.ts';
import { lanes } from '../lanes.ts';
import type { ResolvedCustomer } from '../order-out/customer-resolver.ts';
import type { SourceAccount, SourceContact } from '../order-out/order-source.ts';
import type { IntegrationSettings } from '../settings/integration-settings.ts';
import { settingsOf } from '../test-support/settings.ts';
import { createCustomerIndex } from './customer-index.ts';
import { createCustomerResolver } from './customer-resolver.ts';
import { account, contact } from './test-support/accounts.ts';

let sage: WritingCompany;
let writer: SageWriter;
let kept: EmbeddedStore;
/** Accounts that Salesforce still has, with their numbers. */
const inSalesforce = new Map<string, string | null>();

beforeAll(async () => {
  [sage, kept] = await Promise.all([startWritingCompany(), openEmbeddedStore()]);
  writer = sage.writer();
});
afterAll(async () => {
  await Promise.all([sage.close(), kept.remove()]);
});

/** As another start of the service, or another instance, would have it. */
function newResolver(changes: { writer?: SageWriter; sharedStore?: boolean } = {}) {
  const { records, catalogue } = sage.options;
  return createCustomerResolver({
    sage: { records, catalogue, writer: changes.writer ?? writer },
    index: createCustomerIndex({ records, clock: systemClock }),
    accounts: { all: (soql) => Promise.resolve(accountRows(soql)) },
    clock: systemClock,
    timeZone: 'America/Chicago',
    sharedStore: changes.sharedStore ?? false
  });
}

function accountRows(soql: string): SalesforceRow[] {
  const [id] = /\b001\w{15}\b/.exec(soql) ?? [];
  if (id === undefined || !inSalesforce.has(id)) return [];
  return [{ Id: id, Sage_Customer_No__c: inSalesforce.get(id) ?? null }];
}

function resolve(
  of: SourceAccount,
  changes: Partial<IntegrationSettings> = {},
  person: SourceContact | null = null,
  resolver = newResolver()
): Promise<ResolvedCustomer> {
  inSalesforce.set(of.id, of.sageCustomerNo);
  return resolver.resolve(of, person, settingsOf({ customerMatchKeys: ['name'], ...changes }), kept.store);
}

async function customerOf(customerNo: string) {
  const key = { arDivisionNo: customerNo.slice(0, 2), customerNo: customerNo.slice(3) };
  const [customer] = await sage.options.records.customers.byKeys([key]);
  if (customer === undefined) throw new Error(`there is no customer ${customerNo}`);
  return customer;
}

async function named(name: string): Promise<number> {
  return (await sage.rows(`SELECT CustomerNo FROM AR_Customer WHERE CustomerName = '${name}'`)).length;
}

async function writeBacks(id: string): Promise<unknown[]> {
  const jobs = await kept.store.jobs.list({ lane: lanes.accountWriteBack, key: id, limit: 10 });
  return jobs.map(({ payload }) => payload);
}

const milwaukee = {
  street: '77 West Wisconsin Avenue\nSuite 4',
  city: 'Milwaukee',
  state: 'Wisconsin',
  postalCode: '53203-1111',
  country: 'United States'
};

describe('a customer that is known', () => {
  it('when the account names it, then it is that one, linked, and nothing is written back', async () => {
    const of = account({ name: 'American Business Futures', sageCustomerNo: '01-abf ' });
    const other = account({ sageCustomerNo: '01-ABF' });
    expect(await resolve(of)).toMatchObject({ customerNo: '01-ABF', how: 'numbered', updated: false });
    expect(await kept.store.links.bySalesforceId('customer', of.id)).toMatchObject({ sageKey: '01-ABF' });
    expect(await writeBacks(of.id)).toEqual([]);
    const refusal = await refusalOf(resolve(other));
    expect(refusal.code).toBe('LB752');
    expect(refusal.faults).toMatchObject([{ value: '01-ABF' }]);
    expect(refusal.detail).toContain(of.id);
    expect(refusal.message).not.toContain('ABF');
    inSalesforce.delete(of.id);
    const merged = await resolve(other);
    expect(merged.story).toContain(`It was linked with account ${of.id}`);
    expect(await kept.store.links.bySalesforceId('customer', of.id)).toBeUndefined();
  });

  it('when the number is none of Sage, then LB401 says which and what to do', async () => {
    for (const number of ['01-NOBODY', 'ABF']) {
      const refusal = await refusalOf(resolve(account({ sageCustomerNo: number })));
      expect(refusal).toMatchObject({
        code: 'LB401',
        faults: [{ field: 'Sage_Customer_No__c', value: number }]
      });
      expect(refusal.faults[0]?.fix).toContain('Sage Customer No.');
    }
  });

  it('when the customer is inactive, then LB501, named or matched', async () => {
    const [row] = await sage.rows(
      "SELECT ARDivisionNo, CustomerNo, CustomerName FROM AR_Customer WHERE CustomerStatus = 'I'"
    );
    const [division, number, name] = row ?? [];
    const of = account({ sageCustomerNo: `${String(division)}-${String(number)}` });
    expect(await refusalOf(resolve(of))).toMatchObject({ code: 'LB501' });
    expect(await refusalOf(resolve(account({ name: String(name) })))).toMatchObject({ code: 'LB501' });
  });

  it('when the number has leading zeros, then they stay', async () => {
    await writer.saveCustomer({ requestKey: 'zeros', customerNo: '01-0000007', customerName: 'Zero Seven' });
    await writer.saveCustomer({ requestKey: 'zero', customerNo: '01-07', customerName: 'Seven' });
    expect(await resolve(account({ sageCustomerNo: '01-0000007' }))).toMatchObject({
      customerNo: '01-0000007'
    });
    const of = account({ name: 'Seven LLC' });
    expect(await resolve(of)).toMatchObject({ customerNo: '01-07', how: 'matched' });
    expect(await writeBacks(of.id)).toMatchObject([{ sageKey: '01-07' }]);
  });
});

describe('a customer that is recognised', () => {
  it('when one matches, then it is linked and its number written back; the next order finds the link', async () => {
    await writer.saveCustomer({
      requestKey: 'm1',
      customerNo: '01-MULLER',
      customerName: 'Müller & Söhne GmbH'
    });
    const of = account({ name: 'MULLER AND SOHNE 🚀' });
    const found = await resolve(of);
    expect(found).toMatchObject({ customerNo: '01-MULLER', how: 'matched', contactKey: undefined });
    expect(found.story).toBe('Customer 01-MULLER was recognised by name.');
    const payload = {
      object: 'Account',
      recordId: of.id,
      field: 'Sage_Customer_No__c',
      sageKey: '01-MULLER'
    };
    expect(await writeBacks(of.id)).toEqual([payload]);
    expect(await resolve(of)).toMatchObject({ customerNo: '01-MULLER', how: 'linked' });
    expect(await writeBacks(of.id)).toEqual([payload]);
    const twin = account({ name: 'Muller and Sohne' });
    expect(await refusalOf(resolve(twin))).toMatchObject({ code: 'LB752' });
  });

  it('when the first key finds several, then LB752 lists them for people and the second is not asked', async () => {
    for (const number of ['01-TWIN1', '01-TWIN2'])
      await writer.saveCustomer({
        requestKey: number,
        customerNo: number,
        customerName: 'Twin Peaks, Inc.',
        emailAddress: `${number}@twin.test`
      });
    const of = account({ name: 'Twin Peaks', email: '01-TWIN2@twin.test' });
    const refusal = await refusalOf(resolve(of, { customerMatchKeys: ['name', 'email'] }));
    expect(refusal.code).toBe('LB752');
    expect(refusal.faults.map(({ value }) => value)).toEqual(['01-TWIN1', '01-TWIN2']);
    expect(refusal.faults[0]?.problem).toContain('Twin Peaks, Inc.');
    expect(refusal.message).not.toContain('TWIN');
    const byEmail = await resolve(of, { customerMatchKeys: ['email', 'name'] });
    expect(byEmail).toMatchObject({ customerNo: '01-TWIN2', how: 'matched' });
  });

  it('when a customer gets another name in Sage, then the next account is compared with that', async () => {
    const resolver = newResolver();
    const before = account({ name: 'Later Known As' });
    const none = { createCustomers: false };
    expect(await refusalOf(resolve(before, none, null, resolver))).toMatchObject({ code: 'LB753' });
    await writer.saveCustomer({ requestKey: 'l', customerNo: '01-LATER', customerName: 'Later Known As Co' });
    expect(await resolve(before, none, null, resolver)).toMatchObject({ customerNo: '01-LATER' });
  });
});

describe('a customer that is made', () => {
  it('when nobody matches, then it is as the account says, under the next number', async () => {
    const of = account({
      name: 'A name of forty-one characters, Zoë & Co.!',
      billing: milwaukee,
      phone: '+1 414 555 0123 x7',
      fax: '414-555-0124',
      email: 'ap@forty.test',
      website: `https://forty.test/${'x'.repeat(60)}`,
      row: { Site: 'Dock 7', Parent: { Name: 'GOLD' } }
    });
    const made = await resolve(of, {
      newCustomer: { division: '01', termsCode: '02', taxSchedule: null, salesperson: '01-0200' },
      fieldPairs: [
        { object: 'Account', salesforceField: 'Site', sageField: 'comment' },
        { object: 'Account', salesforceField: 'Parent.Name', sageField: 'UDF_ACCOUNT_TIER' }
      ]
    });
    expect(made).toMatchObject({ how: 'created', updated: false });
    expect(made.customerNo).toMatch(/^01-\d{7}$/);
    expect(made.story).toContain('left out: website');
    expect(await customerOf(made.customerNo)).toMatchObject({
      customerName: of.name,
      address: {
        addressLine1: '77 West Wisconsin Avenue',
        addressLine2: 'Suite 4',
        city: 'Milwaukee',
        state: 'WI',
        zipCode: '53203-1111',
        countryCode: 'USA'
      },
      telephoneNo: '(414) 555-0123',
      telephoneExt: '7',
      faxNo: '(414) 555-0124',
      emailAddress: 'ap@forty.test',
      urlAddress: null,
      termsCode: '02',
      salesperson: '01-0200',
      comment: 'Dock 7',
      userDefinedFields: { UDF_ACCOUNT_TIER: 'GOLD', UDF_REQUEST_KEY: of.id }
    });
    expect(await writeBacks(of.id)).toMatchObject([{ sageKey: made.customerNo }]);
  });

  it('when name, street and phone are too long, then every fault comes at once and nothing is cut or made', async () => {
    const name = 'N'.repeat(51);
    const billing = { ...milwaukee, street: 'S'.repeat(200) };
    const refusal = await refusalOf(resolve(account({ name, billing, phone: '5'.repeat(40) })));
    expect(refusal.code).toBe('LB523');
    expect(refusal.faults.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'LB505 Name',
      'LB505 BillingStreet',
      'LB505 Phone'
    ]);
    expect(await named(name)).toBe(0);
    const terms = { division: '01', termsCode: '77', taxSchedule: null, salesperson: null };
    const unknown = await refusalOf(resolve(account({ name: 'Bad Terms' }), { newCustomer: terms }));
    expect(unknown.faults).toMatchObject([{ code: 'LB405', field: 'New_Customer_Terms__c' }]);
  });

  it.each([[['name' as const]], [[]]])(
    'when the service ends between the write and the link, and matches by %j, then there is one customer',
    async (customerMatchKeys) => {
      const of = account({ name: `Crash ${customerMatchKeys.length}` });
      const dying: SageWriter = {
        ...writer,
        saveCustomer: async (draft) => {
          await writer.saveCustomer(draft);
          throw new Error('the process ends here');
        }
      };
      const attempt = resolve(of, { customerMatchKeys }, null, newResolver({ writer: dying }));
      await expect(attempt).rejects.toThrow('ends here');
      expect(await kept.store.links.bySalesforceId('customer', of.id)).toBeUndefined();
      const again = await resolve(of, { customerMatchKeys });
      expect(await resolve(of, { customerMatchKeys })).toMatchObject({ customerNo: again.customerNo });
      expect(await named(of.name)).toBe(1);
    }
  );

  it('when several orders of one new account come at once, then there is one customer and one write-back', async () => {
    const of = account({ name: 'All at Once' });
    const resolver = newResolver();
    const all = await Promise.all(Array.from({ length: 5 }, () => resolve(of, {}, null, resolver)));
    expect(new Set(all.map(({ customerNo }) => customerNo)).size).toBe(1);
    expect(all.filter(({ how }) => how === 'created')).toHaveLength(1);
    expect(await named(of.name)).toBe(1);
    expect(await writeBacks(of.id)).toHaveLength(1);
  });

  it('when two instances share the store, then one makes it and the other comes again', async () => {
    const of = account({ name: 'Two Instances' });
    const instances = [newResolver({ sharedStore: true }), newResolver({ sharedStore: true })];
    const outcomes = await Promise.allSettled(instances.map((each) => resolve(of, {}, null, each)));
    const refused = outcomes.filter((each) => each.status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'LB510', entry: { kind: 'transient' } } }]);
    expect(await resolve(of, {}, null, instances[1])).toMatchObject({ how: 'linked' });
    expect(await named(of.name)).toBe(1);
  });

  it('when two accounts are the same company, then the second is refused instead of made again', async () => {
    const resolver = newResolver();
    const twins = [account({ name: 'Same Company' }), account({ name: 'SAME COMPANY, INC.' })];
    const outcomes = await Promise.allSettled(twins.map((each) => resolve(each, {}, null, resolver)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(outcomes[1]).toMatchObject({ reason: { code: 'LB752' } });
  });
});

describe('a customer that is kept in step', () => {
  const settings = { updateCustomers: true };

  async function linked(name: string) {
    const of = account({ name, billing: milwaukee, phone: '414 555 0199' });
    const { customerNo } = await resolve(of, settings);
    return { of, customerNo };
  }

  it('when Salesforce alone changed, then only that is written, once', async () => {
    const { of, customerNo } = await linked('Step One');
    const moved = { ...of, billing: { ...milwaukee, street: '1 Lake Drive', state: 'WI' } };
    const changed = await resolve(moved, settings);
    expect(changed).toMatchObject({ updated: true });
    expect(changed.story).toContain('Changed in Sage: address.');
    const customer = await customerOf(customerNo);
    expect(customer).toMatchObject({ customerName: 'Step One', telephoneNo: '(414) 555-0199' });
    expect(customer.address).toMatchObject({ addressLine1: '1 Lake Drive', addressLine2: null });
    expect(await resolve(moved, settings)).toMatchObject({ updated: false });
  });

  it('when Sage changed meanwhile, then its value stays and the story says so; what it alone changed is not touched', async () => {
    const { of, customerNo } = await linked('Step Two');
    await writer.saveCustomer({
      requestKey: 's',
      customerNo,
      customerName: 'Step Two of Sage',
      telephoneNo: '1'
    });
    const both = await resolve({ ...of, name: 'Step Two of Salesforce' }, settings);
    expect(both.updated).toBe(false);
    expect(both.story).toContain("Changed on both sides, Sage's value stays: name.");
    expect(await customerOf(customerNo)).toMatchObject({
      customerName: 'Step Two of Sage',
      telephoneNo: '1'
    });
  });

  it('when both differed before they were linked, then nothing is written', async () => {
    await writer.saveCustomer({
      requestKey: 'd',
      customerNo: '01-DIFFER',
      customerName: 'Differing, Inc.',
      telephoneNo: '(414) 555-0001'
    });
    const of = account({ name: 'Differing', phone: '414 555 0002' });
    expect(await resolve(of, settings)).toMatchObject({ how: 'matched', updated: false });
    const renamed = await resolve({ ...of, phone: '414 555 0003' }, settings);
    expect(renamed.story).toContain('Changed in Sage: phone.');
    expect(await customerOf('01-DIFFER')).toMatchObject({
      customerName: 'Differing, Inc.',
      telephoneNo: '(414) 555-0003'
    });
  });

  it('when the change does not fit, then it is refused with its field', async () => {
    const { of } = await linked('Step Three');
    const refusal = await refusalOf(resolve({ ...of, name: 'n'.repeat(51) }, settings));
    expect(refusal).toMatchObject({ code: 'LB505', faults: [{ field: 'Name' }] });
  });
});

describe('the contact of an order', () => {
  const settings = { sendContacts: true };
  const of = account({ name: 'People & Co' });

  it('when nobody is found, then a contact is made under a free code, and its key written back', async () => {
    const person = contact({
      firstName: 'Zoë',
      lastName: "O'Connor-Smith",
      title: 'Vice President of Purchasing'
    });
    const first = await resolve(of, settings, person);
    expect(first.contactKey).toBe(`${first.customerNo}/ZOE OCONNO`);
    expect(first.story).toContain('left out: title');
    expect(await writeBacks(person.id)).toMatchObject([{ object: 'Contact', sageKey: first.contactKey }]);
    expect(await resolve(of, settings, person)).toMatchObject({ contactKey: first.contactKey });
    const namesake = contact({ firstName: 'Zoe', lastName: "O'Connor Smith" });
    expect((await resolve(of, settings, namesake)).contactKey).toBe(`${first.customerNo}/ZOE OCONN2`);
  });

  it('when the service ended before the link, then the contact is found by e-mail, else by name', async () => {
    const { customerNo } = await resolve(of);
    const found = { customerNo, contactName: 'Ann Lee', emailAddress: 'ann@people.test' };
    await writer.saveContact({ ...found, contactCode: 'ANN LEE' });
    await writer.saveContact({ customerNo, contactCode: 'BOB', contactName: 'Bob Ray' });
    const ann = contact({ firstName: 'Anna', lastName: 'Lee-Roy', email: 'ANN@people.test' });
    expect((await resolve(of, settings, ann)).contactKey).toBe(`${customerNo}/ANN LEE`);
    const bob = contact({ firstName: 'Bob', lastName: 'Ray' });
    expect((await resolve(of, settings, bob)).contactKey).toBe(`${customerNo}/BOB`);
  });

  it('when two orders name the same new person at once, then there is one contact', async () => {
    const person = contact({ firstName: null, lastName: '🚀' });
    const resolver = newResolver();
    const both = await Promise.all([1, 2].map(() => resolve(of, settings, person, resolver)));
    expect(both.map(({ contactKey }) => contactKey?.split('/')[1])).toEqual(['CONTACT', 'CONTACT']);
  });

  it('when two people of one name come at once, then neither takes the contact of the other', async () => {
    const resolver = newResolver();
    const people = ['a@people.test', 'b@people.test'].map((email) => contact({ lastName: 'Twin', email }));
    const both = await Promise.all(people.map((person) => resolve(of, settings, person, resolver)));
    expect(both.map(({ contactKey }) => contactKey?.split('/')[1])).toEqual(['JANE TWIN', 'JANE TWIN2']);
  });

  it('when the person belongs to another customer, then the order goes on without', async () => {
    const person = contact({ sageContactKey: '01-ABF/ARTIE JOHN' });
    const without = await resolve(of, settings, person);
    expect(without.contactKey).toBeUndefined();
    expect(without.story).toContain('belongs to another customer');
  });
});
