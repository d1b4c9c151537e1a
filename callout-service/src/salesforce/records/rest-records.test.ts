import { rmSync } from 'node:fs';
import type { RunningOrg } from '@ledger-bridge/org-emulator';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quoted } from '../port/salesforce-records.ts';
import type { Salesforce } from '../port/salesforce.ts';
import { codesOf, connectTo, failureOf, idOf } from '../test-support/connected.ts';
import { control, packageWithRule, requestsOf, startLocalOrg } from '../test-support/local-org.ts';

const key = 'Sage_Customer_No__c';

const packageDirectory = packageWithRule();

describe('records of Salesforce', () => {
  let org: RunningOrg;
  let salesforce: Salesforce;

  beforeAll(async () => {
    org = await startLocalOrg({ packageDirectory });
    salesforce = connectTo(org);
  });
  afterAll(async () => {
    await salesforce.close();
    await org.close();
    rmSync(packageDirectory, { recursive: true });
  });
  beforeEach(async () => {
    await control(org, 'POST', '/reset');
    await control(org, 'DELETE', '/requests');
  });

  it('when records are upserted twice, then they are there once, with their numbers to the digit', async () => {
    const record = { [key]: '01-00042', Name: 'Ärmel & "Söhne" 🧵', Sage_Amount_Due__c: '1234567.10' };
    const [first] = await salesforce.records.upsert('Account', key, [record]);
    const [second] = await salesforce.records.upsert('Account', key, [{ ...record, Phone: '555-1' }]);
    expect([first, second]).toMatchObject([
      { ok: true, created: true },
      { ok: true, created: false, id: idOf(first) }
    ]);
    expect(
      await salesforce.records.all(`SELECT Name, Phone, Sage_Amount_Due__c, Sage_Credit_Hold__c FROM Account`)
    ).toEqual([
      {
        Name: 'Ärmel & "Söhne" 🧵',
        Phone: '555-1',
        Sage_Amount_Due__c: '1234567.1',
        Sage_Credit_Hold__c: false
      }
    ]);
  });

  it('when 450 records are updated and some are refused, then three requests answer each in its order', async () => {
    const created = await salesforce.records.upsert(
      'Account',
      key,
      Array.from({ length: 450 }, (_, index) => ({ [key]: `01-${index}`, Name: `Customer ${index}` }))
    );
    await control(org, 'DELETE', '/requests');
    const isBad = (index: number) => index % 100 === 7;
    const outcomes = await salesforce.records.update(
      'Account',
      created.map((each, index) => ({
        id: idOf(each),
        fields: { Name: `New ${index}`, Legacy_No__c: isBad(index) ? 'far too long for it' : null }
      }))
    );
    expect(codesOf(outcomes)).toEqual(
      outcomes.map((_, index) => (isBad(index) ? 'LB705' : idOf(created[index])))
    );
    expect(await requestsOf(org, '^PATCH .*/composite/sobjects')).toHaveLength(3);
    const names = await salesforce.records.all(`SELECT Name FROM Account WHERE Name LIKE 'New %'`);
    expect(names).toHaveLength(445);
  });

  it('when a record is refused, then people learn the words of Salesforce and the log does not', async () => {
    const text = 'secret-of-acme-far-too-long';
    const [outcome] = await salesforce.records.upsert('Account', key, [
      { [key]: '01-ABF', Name: 'ABF', Legacy_No__c: text }
    ]);
    if (outcome?.ok !== false) throw new Error('It was taken');
    expect(outcome.error.code).toBe('LB705');
    expect(outcome.error.message).toBe('Salesforce did not take a record of Account (STRING_TOO_LONG).');
    expect(outcome.error.detail).toContain('Account 01-ABF');
    expect(outcome.error.faults[0]).toMatchObject({ code: 'LB705', field: 'Legacy_No__c', value: text });
    expect(outcome.error.faults[0]?.problem).toContain('max length=10');
  });

  it('when a validation rule refuses a record, then its own words are in the fault, and not in the message', async () => {
    const [outcome] = await salesforce.records.upsert('Account', key, [
      { [key]: '01-ABF', Name: 'ABF', Site: 'refused' }
    ]);
    if (outcome?.ok !== false) throw new Error('It was taken');
    expect(outcome.error.faults).toMatchObject([
      { field: 'Site', value: 'refused', problem: 'Ask Ms. Miller before you deliver there.' }
    ]);
    expect(outcome.error.message).toContain('FIELD_CUSTOM_VALIDATION_EXCEPTION');
    expect(outcome.error.message).not.toContain('Miller');
  });

  it('when a record is gone, twice there or not the user’s to write, then its outcome says so', async () => {
    const two = await salesforce.records.upsert('Account', key, [
      { [key]: '01', Name: 'one', Legacy_No__c: 'L1' },
      { [key]: '02', Name: 'two', Legacy_No__c: 'L1' }
    ]);
    const many = await salesforce.records.upsert('Account', 'Legacy_No__c', [
      { Legacy_No__c: 'L1', Name: 'three' },
      { Legacy_No__c: 'L2', Name: 'four' }
    ]);
    expect(codesOf(many)).toEqual(['LB708', idOf(many[1])]);
    const gone = await salesforce.records.update('Account', [
      { id: '001000000000ZZZAAA', fields: { Name: 'x' } },
      { id: idOf(two[0]), fields: { Nothing__c: 'x' } }
    ]);
    expect(codesOf(gone)).toEqual(['LB706', 'LB710']);
    const noObject = salesforce.records.upsert('Nothing__c', key, [{ [key]: '1' }]);
    expect(await failureOf(noObject)).toMatchObject({ code: 'LB710' });
    expect(await failureOf(salesforce.records.all('SELECT Nope FROM Account'))).toMatchObject({
      code: 'LB710'
    });
    expect(await failureOf(salesforce.records.all('SELECT FROM'))).toMatchObject({ code: 'LB714' });
  });

  it('when events are published, then each has its outcome', async () => {
    const outcomes = await salesforce.records.publish('Stock_Alert__e', [
      { Item__c: 'D1700', Quantity__c: '12.50', Urgent__c: true },
      { Quantity__c: '1' }
    ]);
    expect(codesOf(outcomes)).toEqual([idOf(outcomes[0]), 'LB705']);
  });

  it('when a query has pages, then all rows come, each once, and parents and children are rows', async () => {
    const accounts = await salesforce.records.upsert(
      'Account',
      key,
      Array.from({ length: 2_001 }, (_, index) => ({ [key]: `P${index}`, Name: `Paged ${index}` }))
    );
    const pages: number[] = [];
    const seen = new Set<unknown>();
    for await (const page of salesforce.records.query(
      `SELECT ${key}, (SELECT Id FROM Contacts) FROM Account`
    )) {
      pages.push(page.length);
      for (const row of page) seen.add(row[key]);
      expect(page[0]).toEqual({ [key]: page[0]?.[key], Contacts: null });
    }
    expect(pages).toEqual([2_000, 1]);
    expect(seen.size).toBe(accounts.length);
    expect(await requestsOf(org, '^GET .*/query')).toHaveLength(2);
  });

  it(
    'when any text is quoted, then the query finds exactly the record with it',
    { timeout: 20_000 },
    async () => {
      const text = fc
        .array(
          fc.constantFrom("'", '\\', '"', '\n', '🧾', 'é', ' ', '%', '_', "'; --", 'Sage_Tier__c', 'x'),
          {
            minLength: 1,
            maxLength: 8
          }
        )
        .map((parts) => `a${parts.join('')}z`);
      await fc.assert(
        fc.asyncProperty(text, async (phrase) => {
          await salesforce.records.upsert('Account', key, [{ [key]: 'N', Name: phrase }]);
          const named = await salesforce.records.all(
            `SELECT ${key} FROM Account WHERE Name = ${quoted(phrase)} AND ${key} = 'N'`
          );
          expect(named).toEqual([{ [key]: 'N' }]);
        }),
        { numRuns: 25 }
      );
    }
  );
});
