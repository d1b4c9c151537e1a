import type { RunningOrg } from '@ledger-bridge/org-emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../telemetry/clock.ts';
import type { Salesforce } from '../port/salesforce.ts';
import { connectTo, failureOf } from '../test-support/connected.ts';
import { control, requestsOf, startLocalOrg } from '../test-support/local-org.ts';

describe('descriptions of objects', () => {
  let org: RunningOrg;
  let salesforce: Salesforce;
  let minutes = 0;

  beforeAll(async () => {
    org = await startLocalOrg({ namespace: 'lb' });
    const startedAt = systemClock();
    const clock = () => startedAt.plus({ minutes });
    salesforce = connectTo(org, { namespace: 'lb', clock });
  });
  afterAll(async () => {
    await salesforce.close();
    await org.close();
  });

  it('when an object is described, then its fields have the names of the package, and what the mapping must know', async () => {
    const account = await salesforce.schema.describe('Account');
    const field = (name: string) => account?.fields.find((each) => each.name === name);
    expect(account).toMatchObject({ name: 'Account', label: 'Account' });
    expect(field('Name')).toMatchObject({ type: 'string', length: 255, required: true, createable: true });
    expect(field('Sage_Customer_No__c')).toMatchObject({ externalId: true, unique: true, required: false });
    expect(field('Sage_Amount_Due__c')).toMatchObject({ type: 'currency', precision: 18, scale: 2 });
    expect(field('OwnerId')).toMatchObject({ type: 'reference', required: false });
    expect(field('ParentId')).toMatchObject({ referenceTo: ['Account'] });
    expect(field('Type')?.picklistValues).toContain('Prospect');
    expect(field('lb__Sage_Customer_No__c')).toBeUndefined();
  });

  it('when it is asked for again, then it is asked once in five minutes, unless it shall be looked up anew', async () => {
    const asked = async () => (await requestsOf(org, '/sobjects/Contact/describe')).length;
    await Promise.all([salesforce.schema.describe('Contact'), salesforce.schema.describe('Contact')]);
    minutes += 4;
    await salesforce.schema.describe('Contact');
    expect(await asked()).toBe(1);
    minutes += 1;
    await salesforce.schema.describe('Contact');
    expect(await asked()).toBe(2);
    salesforce.schema.refresh();
    await salesforce.schema.describe('Contact');
    expect(await asked()).toBe(3);
  });

  it('when there is no such object, then there is no description; a failure is not kept', async () => {
    expect(await salesforce.schema.describe('Nothing__c')).toBeUndefined();
    const effect = { kind: 'status', status: 503, errorCode: 'SERVER_UNAVAILABLE', message: 'away' };
    await control(org, 'POST', '/faults', { point: 'rest', match: '/Order/describe', times: 1, effect });
    expect(await failureOf(salesforce.schema.describe('Order'))).toMatchObject({ code: 'LB701' });
    expect(await salesforce.schema.describe('Order')).toMatchObject({ name: 'Order' });
  });
});
