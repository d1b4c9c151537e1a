import { join } from 'node:path';
import { Connection } from '@jsforce/jsforce-node';
import type { RunningOrg } from '@ledger-bridge/org-emulator';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { alertNoticeSchema } from '../../alerts/alert-notice.ts';
import { createAlarm } from '../../alerts/create-alarm.ts';
import { createAlertEvent } from '../../alerts/alert-event.ts';
import type { JobHandler } from '../../jobs/handler.ts';
import type { Salesforce } from '../../salesforce/port/salesforce.ts';
import { connectTo } from '../../salesforce/test-support/connected.ts';
import { configurationOf, control, startLocalOrg } from '../../salesforce/test-support/local-org.ts';
import type { NewJob } from '../../store/port/job.ts';
import type { Store } from '../../store/port/store.ts';
import { openEmbeddedStore, type EmbeddedStore } from '../../store/test-support/embedded-store.ts';
import { createLogger } from '../../telemetry/logger.ts';
import { createDeadLetterReplay, createDeadLetterSkip } from '../dead-letters/decide-dead-letter.ts';
import { startDeadLetterWatch, type DeadLetterWatch } from './dead-letter-watch.ts';
import { failedOrderWriteBack } from './failed-order.ts';
import { createFailureRecords } from './write-failure-record.ts';

const logger = createLogger({ level: 'silent', secrets: [] });
const wholePackage = join(import.meta.dirname, '../../../../force-app');
const rowSchema = z.looseObject({ Failure_Key__c: z.string(), State__c: z.string() });

let org: RunningOrg;
let asAdmin: Connection;
let salesforce: Salesforce;
beforeAll(async () => {
  org = await startLocalOrg({ packageDirectory: wholePackage });
  const session = z
    .object({ accessToken: z.string(), instanceUrl: z.string() })
    .parse(await control(org, 'POST', '/sessions', { username: 'admin@ledger-bridge.example' }));
  asAdmin = new Connection({ ...session, version: '66.0' });
  salesforce = connectTo(org, configurationOf(org, { username: 'integration@ledger-bridge.example' }));
}, 60_000);
afterAll(async () => {
  await salesforce.close();
  await org.close();
});

let kept: EmbeddedStore;
let store: Store;
let company: string;
let companies = 0;
const watches: DeadLetterWatch[] = [];
beforeEach(async () => {
  kept = await openEmbeddedStore();
  store = kept.store;
  company = `C${(companies += 1)}`;
});
afterEach(async () => {
  await Promise.all(watches.splice(0).map((watch) => watch.stop()));
  await kept.remove();
});

/** A watch as an instance of the service has it, which looks only when it is told to. */
async function watch(at: Store = store): Promise<DeadLetterWatch> {
  const lanes = ['alert-mail', 'alert-event'] as const;
  const alarm = createAlarm({ store: at, lanes, digestMinutes: 60, companyCode: company, logger });
  const started = startDeadLetterWatch({
    store: at,
    alarm,
    logger,
    writesRecords: true,
    onDead: failedOrderWriteBack,
    everyMs: 600_000
  });
  watches.push(started);
  await started.sweep();
  return started;
}

async function die(job: NewJob, code = 'LB402'): Promise<number> {
  const { id } = await store.jobs.enqueue(job);
  await failNow(job.lane, code);
  return id;
}

async function failNow(lane: string, code = 'LB402'): Promise<void> {
  const [claimed] = await store.jobs.claim({ lane, limit: 1, worker: 'test', leaseMs: 30_000 });
  if (claimed === undefined) throw new Error('There is nothing to fail');
  await store.jobs.fail(claimed.lease, { kind: 'permanent', code, message: 'Sage has no item 6655X.' });
}

/** Does all jobs of a handler's lane, as a worker does. */
async function work(handler: JobHandler): Promise<number> {
  let done = 0;
  for (;;) {
    const claim = { lane: handler.lane, limit: 10, worker: 'test', leaseMs: 30_000 };
    const claimed = await store.jobs.claim(claim);
    if (claimed.length === 0) return done;
    for (const job of claimed) {
      const result = await handler.run(job, { signal: new AbortController().signal, store });
      await store.transaction(async (within) => {
        await within.jobs.complete(job.lease);
        await result?.commit?.(within);
      });
      done += 1;
    }
  }
}

async function failures() {
  await work(createFailureRecords({ records: salesforce.records, companyCode: company }));
  const { records } = await asAdmin.query(
    `SELECT Failure_Key__c, State__c, Code__c, Title__c, Cause__c, Fix__c, Object_Name__c, Record_Id__c, Lane__c,
       Attempts__c, Held_Up__c, Payload__c, Edited_Payload__c, Resolved_By__c, Opportunity__c
     FROM Sync_Failure__c WHERE Failure_Key__c LIKE '${company}:%' ORDER BY Failure_Key__c`
  );
  return records.map((record) => rowSchema.parse(record));
}

async function notices(lane: string) {
  const jobs = await store.jobs.list({ lane, limit: 100 });
  return jobs
    .map(({ payload }) => alertNoticeSchema.parse(payload))
    .map(({ topic, state }) => `${topic} ${state}`);
}

async function opportunity(): Promise<string> {
  const made = await asAdmin
    .sobject('Opportunity')
    .create({ Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-12-01' });
  if (!made.success) throw new Error('The opportunity was refused');
  return made.id;
}

function orderRequest(recordId: string): NewJob {
  return {
    lane: 'sales-order-out',
    key: recordId,
    payload: {
      object: 'Opportunity',
      recordId,
      orderKey: recordId,
      action: 'submit',
      requestedBy: null,
      requestedAt: '2026-11-22T12:00:00.000Z',
      source: 'event'
    }
  };
}

describe('a job that dies', () => {
  it('when an order dies, then a record, an alert and the deal itself tell of it, once, however often is looked', async () => {
    const recordId = await opportunity();
    const id = await die(orderRequest(recordId));
    await store.jobs.enqueue(orderRequest(recordId));
    const [one, other] = [await watch(), await watch()];
    for (const each of [one, other, one]) await each.sweep();
    expect(await failures()).toMatchObject([
      {
        Failure_Key__c: `${company}:${id}`,
        State__c: 'Open',
        Code__c: 'LB402',
        Cause__c: expect.stringContaining('Sage has no item 6655X.') as string,
        Object_Name__c: 'Opportunity',
        Record_Id__c: recordId,
        Opportunity__c: recordId,
        Attempts__c: 1,
        Held_Up__c: 1
      }
    ]);
    expect(await notices('alert-mail')).toEqual(['dead-letters begun']);
    const writeBacks = await store.jobs.list({ lane: 'order-write-back', limit: 10 });
    expect(writeBacks).toMatchObject([
      {
        key: recordId,
        payload: { state: 'Failed', code: 'LB402', message: 'Sage has no item 6655X.', salesOrderNo: null }
      }
    ]);
    expect(await work(createAlertEvent({ records: salesforce.records }))).toBe(1);
  });

  it('when the process ends right after a death, then the next one tells of it', async () => {
    await die({ lane: 'account-write-back', key: 'A', payload: {} });
    const ending: Store = { ...store, transaction: () => Promise.reject(new Error('the process ends here')) };
    await expect(watch(ending)).rejects.toThrow('ends here');
    expect(await store.jobs.list({ lane: 'sync-failure', limit: 10 })).toEqual([]);
    await watch();
    expect(await failures()).toHaveLength(1);
    expect(await notices('alert-event')).toEqual(['dead-letters begun']);
  });

  it('when a worker says so, then it is not waited for the minute', async () => {
    const { observer } = await watch();
    await die({ lane: 'account-write-back', key: 'A', payload: {} });
    observer.attemptEnded({ outcome: 'done' });
    observer.reclaimed({ dead: 0 });
    expect(await store.jobs.list({ lane: 'sync-failure', limit: 10 })).toEqual([]);
    observer.attemptEnded({ outcome: 'dead' });
    await expect
      .poll(async () => (await store.jobs.list({ lane: 'sync-failure', limit: 10 })).length)
      .toBe(1);
  });

  it('when it is replayed, dies again, is replayed edited and done, then one record shows each step', async () => {
    const recordId = await opportunity();
    const id = await die(orderRequest(recordId));
    const watching = await watch();
    const replay = createDeadLetterReplay({ store, writesRecords: true });
    await replay({ jobId: id }, { subject: 'salesforce', operator: 'Dana' });
    expect(await failures()).toMatchObject([{ State__c: 'Replayed', Resolved_By__c: 'Dana (salesforce)' }]);
    await failNow('sales-order-out', 'LB404');
    await watching.sweep();
    expect(await failures()).toMatchObject([{ State__c: 'Open', Code__c: 'LB404' }]);
    const payload = JSON.stringify({ ...(orderRequest(recordId).payload as object), action: 'amend' });
    await replay({ jobId: id, payload }, { subject: 'salesforce', operator: 'Kim' });
    const [again] = await store.jobs.claim({
      lane: 'sales-order-out',
      limit: 1,
      worker: 'test',
      leaseMs: 30_000
    });
    if (again) await store.jobs.complete(again.lease);
    await watching.sweep();
    expect(await failures()).toMatchObject([
      {
        State__c: 'Resolved',
        Resolved_By__c: 'Kim (salesforce)',
        Payload__c: expect.stringContaining('"submit"') as string,
        Edited_Payload__c: expect.stringContaining('"amend"') as string
      }
    ]);
    expect(await notices('alert-mail')).toEqual(['dead-letters begun', 'dead-letters ended']);
    expect((await store.alerts.open()).length).toBe(0);
    // Nothing is looked at again.
    expect(await store.links.count('sync-failure')).toBe(0);
  });

  it('when it is skipped by the command line, then the next look writes that too', async () => {
    const id = await die({ lane: 'account-write-back', key: 'A', payload: {} });
    const watching = await watch();
    await failures();
    await store.jobs.skip(id, { operator: 'cli:ops', reason: 'Entered by hand.' });
    await watching.sweep();
    expect(await failures()).toMatchObject([{ State__c: 'Skipped', Resolved_By__c: 'cli:ops' }]);
    const next = await die({ lane: 'account-write-back', key: 'B', payload: {} });
    await watching.sweep();
    await createDeadLetterSkip({ store, writesRecords: true })(
      { jobId: next, reason: 'As well.' },
      { subject: 'salesforce' }
    );
    expect((await failures()).map(({ State__c }) => State__c)).toEqual(['Skipped', 'Skipped']);
  });

  it('when its record in Salesforce was deleted, then the failure is written without the lookup', async () => {
    const recordId = await opportunity();
    await die(orderRequest(recordId));
    await asAdmin.sobject('Opportunity').destroy(recordId);
    await watch();
    expect(await failures()).toMatchObject([{ Record_Id__c: recordId, Opportunity__c: null }]);
  });

  it('when bookkeeping itself dies, then it makes no record of itself; one alert says that records are missing', async () => {
    await die({ lane: 'sync-log', key: 'run-1', payload: {} }, 'LB710');
    const id = await die({ lane: 'sync-failure', key: '1', payload: { jobId: 1 } }, 'LB710');
    const watching = await watch();
    await watching.sweep();
    expect(await store.jobs.list({ lane: 'sync-failure', limit: 10 })).toHaveLength(1);
    expect(await notices('alert-mail')).toEqual(['failure-records-missing begun']);
    const [log] = await store.jobs.list({ lane: 'sync-log', limit: 1 });
    for (const dead of [id, log?.id ?? 0]) await store.jobs.skip(dead, { operator: 'test', reason: 'over' });
    await watching.sweep();
    expect(await notices('alert-mail')).toEqual([
      'failure-records-missing begun',
      'failure-records-missing ended'
    ]);
  });
});
