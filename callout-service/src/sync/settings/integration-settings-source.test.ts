import { join } from 'node:path';
import type { RunningOrg } from '@ledger-bridge/org-emulator';
import { DateTime } from 'luxon';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Salesforce } from '../../salesforce/port/salesforce.ts';
import { connectTo, idOf } from '../../salesforce/test-support/connected.ts';
import { configurationOf, requestsOf, startLocalOrg } from '../../salesforce/test-support/local-org.ts';
import { openEmbeddedStore, type EmbeddedStore } from '../../store/test-support/embedded-store.ts';
import type { Store } from '../../store/port/store.ts';
import { createIntegrationSettings } from './integration-settings-source.ts';

const wholePackage = join(import.meta.dirname, '../../../../force-app');
let org: RunningOrg;
let admin: Salesforce;
/** As the service: with the permission set of the integration. */
let service: Salesforce;
let kept: EmbeddedStore;
let clock = DateTime.utc(2026, 5, 1);

beforeAll(async () => {
  [org, kept] = await Promise.all([startLocalOrg({ packageDirectory: wholePackage }), openEmbeddedStore()]);
  admin = connectTo(org);
  service = connectTo(org, configurationOf(org, { username: 'integration@ledger-bridge.example' }));
}, 60_000);
afterAll(async () => {
  await Promise.all([admin.close(), service.close()]);
  await Promise.all([org.close(), kept.remove()]);
});

/** A source as a start of the service makes it; each test has a company of its own. */
function newSource(companyCode: string, { records = service.records, store = kept.store as Store } = {}) {
  const logger = pino({ level: 'silent' });
  return createIntegrationSettings({ records, store, companyCode, clock: () => clock, logger });
}

async function create(
  object: string,
  key: string,
  fields: Record<string, string | boolean>
): Promise<string> {
  const [outcome] = await admin.records.upsert(object, key, [fields]);
  return idOf(outcome);
}

async function createConfig(companyCode: string): Promise<string> {
  return create('Integration_Config__c', 'Company_Code__c', {
    Company_Code__c: companyCode,
    Active__c: true,
    Order_Trigger__c: 'Both',
    Customer_Match_Keys__c: 'Name and Postal Code;Phone',
    Create_Customers__c: true,
    New_Customer_Division__c: '01',
    Price_Source__c: 'Sage',
    Credit_Reaction__c: 'Warn',
    Currency_Rule__c: 'Convert',
    Business_Country__c: 'CA'
  });
}

async function queriesOf(): Promise<number> {
  return (await requestsOf(org, 'Integration_Config__c')).filter((path) => path.includes('SELECT')).length;
}

const away: Pick<Salesforce, 'records'>['records'] = {
  ...({} as Salesforce['records']),
  all: () => Promise.reject(new Error('replaced below'))
};

describe('the settings of a company', () => {
  it('when an admin entered them, then they come with their children by one query, and are kept for a minute', async () => {
    const configId = await createConfig('AAA');
    await create('Exchange_Rate__c', 'Id', {
      Integration_Config__c: configId,
      From_Currency__c: 'EUR',
      To_Currency__c: 'USD',
      Rate__c: '1.0842',
      Valid_From__c: '2026-01-01'
    }).catch(() => undefined);
    const source = newSource('AAA');
    const before = await queriesOf();
    const all = await Promise.all([source.current(), source.current(), source.current()]);
    expect(new Set(all).size).toBe(1);
    expect(all[0]).toMatchObject({
      configId,
      customerMatchKeys: ['name-and-postal-code', 'phone'],
      creditReaction: 'warn',
      businessCountry: 'CA'
    });
    clock = clock.plus({ seconds: 59 });
    await source.current();
    expect((await queriesOf()) - before).toBe(1);
    clock = clock.plus({ seconds: 2 });
    await source.current();
    expect((await queriesOf()) - before).toBe(2);
  });
});
void away;
