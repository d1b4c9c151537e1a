import { Connection } from '@jsforce/jsforce-node';
import type { RunningOrg } from '@ledger-bridge/org-emulator';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { join } from 'node:path';
import type { JobHandler } from '../../jobs/handler.ts';
import type { Salesforce } from '../../salesforce/port/salesforce.ts';
import { connectTo, failureOf } from '../../salesforce/test-support/connected.ts';
import { configurationOf, control, startLocalOrg } from '../../salesforce/test-support/local-org.ts';
import type { ClaimedJob } from '../../store/port/job.ts';
import { openEmbeddedStore, type EmbeddedStore } from '../../store/test-support/embedded-store.ts';
import { lanes } from '../lanes.ts';
import { createAccountWriteBack } from './account-write-back.ts';
import type { AccountWriteBack } from './payloads.ts';

const sessionSchema = z.object({ accessToken: z.string(), instanceUrl: z.string() });
const wholePackage = join(import.meta.dirname, '../../../../force-app');
let org: RunningOrg;
let asAdmin: Connection;
let service: Salesforce;
let kept: EmbeddedStore;
let handler: JobHandler;

beforeAll(async () => {
  [org, kept] = await Promise.all([startLocalOrg({ packageDirectory: wholePackage }), openEmbeddedStore()]);
  const username = 'admin@ledger-bridge.example';
  asAdmin = new Connection({
    ...sessionSchema.parse(await control(org, 'POST', '/sessions', { username })),
    version: '66.0'
  });
  service = connectTo(org, configurationOf(org, { username: 'integration@ledger-bridge.example' }));
  handler = createAccountWriteBack({ records: service.records, logger: pino({ level: 'silent' }) });
}, 60_000);
afterAll(async () => {
  await service.close();
  await Promise.all([org.close(), kept.remove()]);
});

async function created(object: string, fields: Record<string, string>): Promise<string> {
  const { id } = await asAdmin.sobject(object).create(fields);
  if (id === undefined) throw new Error(`${object} was not created`);
  return id;
}

/** Does the job as a worker does, over the real store. */
async function run(payload: AccountWriteBack | object): Promise<void> {
  await kept.store.jobs.enqueue({ lane: lanes.accountWriteBack, payload });
  const claim = { lane: lanes.accountWriteBack, limit: 1, worker: 'test', leaseMs: 60_000 };
  const [job] = await kept.store.jobs.claim(claim);
  if (job === undefined) throw new Error('there is no job');
  try {
    await handler.run(job satisfies ClaimedJob, { signal: new AbortController().signal, store: kept.store });
  } finally {
    await kept.store.jobs.complete(job.lease);
  }
}

function toAccount(recordId: string, sageKey: string): AccountWriteBack {
  return { object: 'Account', recordId, field: 'Sage_Customer_No__c', sageKey };
}

async function numberOf(id: string): Promise<unknown> {
  const account = await asAdmin.sobject('Account').retrieve(id);
  return account['Sage_Customer_No__c'];
}

describe('the number of a customer that goes back to Salesforce', () => {
  it('when the field is empty, then it is written with its zeros, and once more changes nothing', async () => {
    const id = await created('Account', { Name: 'Back' });
    await run(toAccount(id, '01-0000007'));
    const first = await asAdmin.sobject('Account').retrieve(id);
    await run(toAccount(id, '01-0000007'));
    const again = await asAdmin.sobject('Account').retrieve(id);
    expect(again['Sage_Customer_No__c']).toBe('01-0000007');
    expect(again['SystemModstamp']).toBe(first['SystemModstamp']);
  });

  it('when a person entered another number meanwhile, then his stays', async () => {
    const id = await created('Account', { Name: 'Person', Sage_Customer_No__c: '01-PERSON' });
    await run(toAccount(id, '01-SERVICE'));
    expect(await numberOf(id)).toBe('01-PERSON');
  });

  it('when another account has the number, then LB708 is permanent and names both', async () => {
    await created('Account', { Name: 'First', Sage_Customer_No__c: '01-TAKEN' });
    const id = await created('Account', { Name: 'Second' });
    const failure = await failureOf(run(toAccount(id, '01-TAKEN')));
    expect(failure).toMatchObject({ code: 'LB708', entry: { kind: 'permanent' } });
    expect(failure.detail).toContain(`Account ${id} for 01-TAKEN`);
    expect(failure.message).not.toContain('TAKEN');
    expect((await numberOf(id)) ?? null).toBeNull();
  });

  it('when the account is gone, then LB706 says which', async () => {
    const id = await created('Account', { Name: 'Gone' });
    await asAdmin.sobject('Account').destroy(id);
    const failure = await failureOf(run(toAccount(id, '01-GONE')));
    expect(failure).toMatchObject({ code: 'LB706' });
    expect(failure.detail).toContain(id);
  });

  it('when it is a contact, then its key is written', async () => {
    const AccountId = await created('Account', { Name: 'People' });
    const recordId = await created('Contact', { LastName: 'Doe', AccountId });
    const sageKey = '01-ABF/JANE DOE';
    await run({ object: 'Contact', recordId, field: 'Sage_Contact_Key__c', sageKey });
    expect(await asAdmin.sobject('Contact').retrieve(recordId)).toMatchObject({
      Sage_Contact_Key__c: sageKey
    });
  });

  it('when the content is none of this lane, then LB758', async () => {
    expect(await failureOf(run({ object: 'Lead' }))).toMatchObject({ code: 'LB758' });
  });
});
