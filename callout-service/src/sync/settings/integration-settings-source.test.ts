import { join } from 'node:path';
import { Connection } from '@jsforce/jsforce-node';
import type { RunningOrg } from '@ledger-bridge/org-emulator';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Salesforce } from '../../salesforce/port/salesforce.ts';
import { connectTo } from '../../salesforce/test-support/connected.ts';
import {
  configurationOf,
  control,
  requestsOf,
  startLocalOrg
} from '../../salesforce/test-support/local-org.ts';
import { openEmbeddedStore, type EmbeddedStore } from '../../store/test-support/embedded-store.ts';
import type { Store } from '../../store/port/store.ts';
import { systemClock } from '../../telemetry/clock.ts';
import { createIntegrationSettings } from './integration-settings-source.ts';

const wholePackage = join(import.meta.dirname, '../../../../force-app');
const sessionSchema = z.object({ accessToken: z.string(), instanceUrl: z.string() });
let org: RunningOrg;
let asAdmin: Connection;
/** As the service: with the permission set of the integration. */
let service: Salesforce;
let kept: EmbeddedStore;
let clock = systemClock();

beforeAll(async () => {
  [org, kept] = await Promise.all([startLocalOrg({ packageDirectory: wholePackage }), openEmbeddedStore()]);
  const session = sessionSchema.parse(
    await control(org, 'POST', '/sessions', { username: 'admin@ledger-bridge.example' })
  );
  asAdmin = new Connection({ ...session, version: '66.0' });
  service = connectTo(org, configurationOf(org, { username: 'integration@ledger-bridge.example' }));
}, 60_000);
afterEach(() => control(org, 'DELETE', '/faults'));
afterAll(async () => {
  await service.close();
  await Promise.all([org.close(), kept.remove()]);
});

/** A source as a start of the service makes it; each test has a company of its own. */
function newSource(companyCode: string, { store = kept.store }: { readonly store?: Store } = {}) {
  const logger = pino({ level: 'silent' });
  return createIntegrationSettings({
    records: service.records,
    store,
    companyCode,
    clock: () => clock,
    logger
  });
}

async function createChild(
  object: string,
  configId: string,
  fields: Record<string, string | number | boolean>
): Promise<void> {
  await asAdmin.sobject(object).create({ Integration_Config__c: configId, ...fields });
}

async function createConfig(companyCode: string): Promise<string> {
  const { id } = await asAdmin.sobject('Integration_Config__c').create({
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
  if (id === undefined) throw new Error('the configuration was not created');
  return id;
}

async function change(Id: string, fields: Record<string, string | boolean>): Promise<void> {
  await asAdmin.sobject('Integration_Config__c').update({ Id, ...fields });
}

/** From now on the org answers nothing but that it is not there. */
async function goAway(): Promise<void> {
  const effect = { kind: 'status', status: 503, errorCode: 'SERVER_UNAVAILABLE', message: 'Not now.' };
  await control(org, 'POST', '/faults', { point: 'rest', times: 1_000, effect });
}

async function queriesOf(): Promise<number> {
  return (await requestsOf(org, 'Integration_Config__c')).filter((path) => path.includes('SELECT')).length;
}

describe('the settings of a company', () => {
  it('when an admin entered them, then they come with their children by one query, and are kept for a minute', async () => {
    const configId = await createConfig('AAA');
    await createChild('Exchange_Rate__c', configId, {
      From_Currency__c: 'EUR',
      To_Currency__c: 'USD',
      Rate__c: 1.0842,
      Valid_From__c: '2026-01-01'
    });
    await createChild('Value_Mapping__c', configId, {
      Kind__c: 'Item Code',
      Salesforce_Value__c: 'GC1040',
      Sage_Value__c: '1001-HON-H252'
    });
    const pair = { Object__c: 'Order', Salesforce_Field__c: 'Account.Site', Sage_Field__c: 'comment' };
    await createChild('Field_Mapping__c', configId, { ...pair, Active__c: true });
    await createChild('Field_Mapping__c', configId, { ...pair, Active__c: false });
    const source = newSource('AAA');
    const before = await queriesOf();
    const all = await Promise.all([source.current(), source.current(), source.current()]);
    expect(new Set(all).size).toBe(1);
    expect(all[0]).toMatchObject({
      configId,
      customerMatchKeys: ['name-and-postal-code', 'phone'],
      creditReaction: 'warn',
      businessCountry: 'CA',
      itemLookup: [{ productCode: 'GC1040', itemCode: '1001-HON-H252' }],
      fieldPairs: [{ object: 'Order', salesforceField: 'Account.Site', sageField: 'comment' }],
      exchangeRates: [{ from: 'EUR', to: 'USD', rate: '1.0842', validFrom: '2026-01-01' }]
    });
    clock = clock.plus({ seconds: 59 });
    await source.current();
    expect((await queriesOf()) - before).toBe(1);
    clock = clock.plus({ seconds: 2 });
    await source.current();
    expect((await queriesOf()) - before).toBe(2);
  });

  it('when an admin changes them, then they come after a minute, or at once where somebody says so', async () => {
    const configId = await createConfig('BBB');
    const source = newSource('BBB');
    expect(await source.current()).toMatchObject({ currencyRule: 'convert' });
    await change(configId, { Currency_Rule__c: 'Refuse' });
    expect(await source.current()).toMatchObject({ currencyRule: 'convert' });
    source.refresh();
    expect(await source.current()).toMatchObject({ currencyRule: 'refuse' });
  });

  it('when Salesforce is away, then the last good ones hold, after another start too', async () => {
    await createConfig('CCC');
    const source = newSource('CCC');
    const good = await source.current();
    await goAway();
    clock = clock.plus({ hours: 5 });
    expect(await source.current()).toEqual(good);
    expect(await newSource('CCC').current()).toEqual(good);
    await expect(newSource('DDD').current()).rejects.toMatchObject({ code: 'LB701' });
    await control(org, 'DELETE', '/faults');
    clock = clock.plus({ seconds: 11 });
    await expect(newSource('DDD').current()).rejects.toMatchObject({ code: 'LB751' });
    expect(await source.current()).toEqual(good);
  });

  it('when an admin breaks them, then LB751 says what is wrong until they are mended, and older ones do not hide it', async () => {
    const configId = await createConfig('EEE');
    const source = newSource('EEE');
    await source.current();
    const pair = { Object__c: 'Order', Salesforce_Field__c: 'Name', Sage_Field__c: 'nothing' };
    await createChild('Field_Mapping__c', configId, { ...pair, Active__c: true });
    source.refresh();
    await expect(source.current()).rejects.toMatchObject({
      code: 'LB751',
      entry: { kind: 'transient' },
      faults: [{ value: 'nothing' }]
    });
    await change(configId, { Active__c: false });
    clock = clock.plus({ seconds: 11 });
    await expect(source.current()).rejects.toMatchObject({ faults: [{ field: 'Integration_Config__c' }] });
  });
});
