import { join } from 'node:path';
import type { RunningOrg } from '@ledger-bridge/org-emulator';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Salesforce } from '../../salesforce/port/salesforce.ts';
import { connectTo, idOf } from '../../salesforce/test-support/connected.ts';
import { control, startLocalOrg } from '../../salesforce/test-support/local-org.ts';
import { createLogger } from '../../telemetry/logger.ts';
import type { SyncLog } from './payloads.ts';
import { storyText } from './story-text.ts';
import { createSyncLog } from './sync-log.ts';
import { workStore, type WorkedStore } from './test-support/order-place.ts';

const LANE = 'sync-log';
let org: RunningOrg;
let salesforce: Salesforce;
let worked: WorkedStore;

beforeAll(async () => {
  org = await startLocalOrg({ packageDirectory: join(import.meta.dirname, '../../../../force-app') });
  salesforce = connectTo(org, { username: 'integration@ledger-bridge.example' });
}, 60_000);
afterAll(async () => {
  await salesforce.close();
  await org.close();
});
beforeEach(async () => {
  const logger = createLogger({ level: 'silent', secrets: [] });
  worked = await workStore([createSyncLog({ records: salesforce.records, logger })]);
});
afterEach(() => worked.stop());

function log(changes: Partial<SyncLog> = {}): SyncLog {
  return {
    runKey: 'order-out:1',
    objectPair: 'Opportunity → SO_SalesOrder',
    direction: 'To Sage',
    trigger: 'event',
    state: 'Succeeded',
    recordId: null,
    sageKey: '0000184',
    action: 'submit',
    startedAt: '2026-01-31T15:00:00.000Z',
    finishedAt: '2026-01-31T15:00:01.250Z',
    attempts: 2,
    counts: { read: 1, created: 1, updated: 0, unchanged: 0, skipped: 0, failed: 0 },
    story: ['Read the opportunity (12 ms).', 'Sage took the order\nas 0000184 (900 ms).'],
    ...changes
  };
}

const lines = (runKey: string) =>
  salesforce.records.all(
    `SELECT State__c, Duration_Ms__c, Attempts__c, Records_Created__c, Record_Id__c, Account__c, Opportunity__c, Story__c
     FROM Sync_Log__c WHERE Run_Key__c = '${runKey}'`
  );

describe('a line of the sync log', () => {
  it('when it is written twice, then it is there once, as it was last', async () => {
    await worked.does(LANE, 'a', log({ state: 'Failed' }));
    await worked.does(LANE, 'a', log());
    expect(await lines('order-out:1')).toMatchObject([
      {
        State__c: 'Succeeded',
        Duration_Ms__c: '1250',
        Attempts__c: '2',
        Records_Created__c: '1',
        Story__c: '1. Read the opportunity (12 ms).\n2. Sage took the order as 0000184 (900 ms).'
      }
    ]);
  });

  it('when it is about an account, then it stands with it; when that is gone, then without it', async () => {
    const key = 'Sage_Customer_No__c';
    const admin = connectTo(org);
    const [saved] = await admin.records.upsert('Account', key, [{ [key]: '01-X', Name: 'X' }]);
    await admin.close();
    const account = idOf(saved);
    await worked.does(LANE, 'b', log({ runKey: 'b', recordId: account }));
    expect(await lines('b')).toMatchObject([{ Record_Id__c: account, Account__c: account }]);
    const gone = '001000000000ZZZAAA';
    expect(await worked.does(LANE, 'c', log({ runKey: 'c', recordId: gone }))).toMatchObject({
      state: 'done'
    });
    expect(await lines('c')).toMatchObject([{ Record_Id__c: gone, Account__c: null }]);
  });

  it('when the org has no storage left, then the line waits for it', async () => {
    await control(org, 'POST', '/faults', {
      point: 'rest',
      match: 'composite/sobjects',
      effect: { kind: 'row-error', errorCode: 'STORAGE_LIMIT_EXCEEDED', message: 'storage limit exceeded' }
    });
    await worked.store.jobs.enqueue({ lane: LANE, key: 'd', payload: log({ runKey: 'd' }) });
    await expect
      .poll(async () => (await worked.store.jobs.list({ lane: LANE, limit: 9 })).at(-1)?.lastErrorCode)
      .toBe('LB713');
    await control(org, 'DELETE', '/faults');
    await expect.poll(async () => (await lines('d')).length, { timeout: 10_000 }).toBe(1);
  });
});

describe('a story', () => {
  it('when it is longer than the field, then it ends with how many lines are missing', () => {
    const text = storyText(Array.from({ length: 2_000 }, () => 'x'.repeat(50)));
    expect(text.length).toBeLessThanOrEqual(32_000);
    expect(text).toMatch(/^1\. x+\n2\. x/);
    const told = text.split('\n').length - 1;
    expect(text).toContain(`(${2_000 - told} more lines did not fit.)`);
  });

  it('when one line alone is too long, then its beginning is kept', () => {
    const text = storyText(['y'.repeat(40_000)]);
    expect(text.length).toBeLessThanOrEqual(32_000);
    expect(text).toMatch(/^1\. y+…\n\(1 more line did not fit\.\)$/);
  });
});
