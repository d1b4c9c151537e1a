/** What the tests of the Objects page share: records, runs and rows as they come. */
import type { PairRow, SyncObject } from 'c/syncObjectModel';
import type { SyncRun } from 'c/syncRun';

/** A pair that is set up and on. */
export const customers: SyncObject = {
  id: 'a01000000000001AAA',
  configId: 'a00000000000001AAA',
  pair: 'Account-customer',
  active: true,
  direction: 'Both',
  master: 'Sage',
  schedule: '',
  everySeconds: 10,
  reconcileSchedule: '30 2 * * *',
  sageFilter: '[{"field":"status","is":"equal","values":["A"]}]',
  salesforceFilter: '',
  createInSage: false,
  createInSalesforce: true,
  whenVanished: 'Mark',
  maxVanishedPercent: 20,
  lastRunAt: '2026-11-22T19:30:00.000Z',
  lastRunState: 'Succeeded',
  lastRunMessage: '12 records looked at: 1 created, 0 updated.'
};

export const run: SyncRun = {
  runId: 7,
  pair: 'Account-customer',
  label: 'Accounts and customers',
  mode: 'full',
  trigger: 'operator',
  state: 'succeeded',
  stopRequested: false,
  counts: { read: 1204, created: 3, updated: 12, unchanged: 1189, skipped: 0, failed: 0 },
  startedAt: '2026-11-22T19:20:00.000Z',
  finishedAt: '2026-11-22T19:30:00.000Z',
  reason: undefined
};

export const goingOn: SyncRun = { ...run, state: 'running', finishedAt: undefined };

export const row: PairRow = {
  pair: 'Account-customer',
  object: customers,
  run,
  mappingVersion: 3,
  sageZone: 'America/Chicago',
  expected: undefined,
  on: ['Account-customer'],
  running: [],
  trouble: undefined,
  busy: false
};

/** A record as a query gives it. */
export const nodeOf = (object: SyncObject): Record<string, unknown> => ({
  Id: object.id,
  Integration_Config__c: { value: object.configId },
  Object_Pair__c: { value: object.pair },
  Active__c: { value: object.active },
  Direction__c: { value: object.direction },
  Master__c: { value: object.master },
  Schedule__c: { value: object.schedule },
  Check_Every_Seconds__c: { value: object.everySeconds ?? null },
  Reconcile_Schedule__c: { value: object.reconcileSchedule },
  Sage_Filter__c: { value: object.sageFilter },
  Salesforce_Filter__c: { value: null },
  Create_In_Sage__c: { value: object.createInSage },
  Create_In_Salesforce__c: { value: object.createInSalesforce },
  When_Vanished__c: { value: object.whenVanished },
  Max_Vanished_Percent__c: { value: object.maxVanishedPercent },
  Last_Run_At__c: { value: object.lastRunAt ?? null },
  Last_Run_State__c: { value: object.lastRunState ?? null },
  Last_Run_Message__c: { value: object.lastRunMessage ?? null }
});
