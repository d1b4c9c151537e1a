import { setTimeout as delay } from 'node:timers/promises';
import { SERVICE_REQUESTS } from '../../orders/world/org-client.ts';
import { figureOf } from '../../orders/world/service-api.ts';
import { until } from '../../orders/world/until.ts';
import { clearFaults, lastRequest, orderFault, requestsTo, struck } from '../world/org-faults.ts';
import { copyInSage } from '../world/sage-desk.ts';
import { startSync } from '../world/sync-api.ts';
import { editSome, runSync, type SyncCase, type SyncWork } from './sync-case.ts';

const LOG_IN = 'oauth2/token';
const ALERT = 'alert_open{topic="salesforce-unreachable"}';
const PATIENCE_MS = 90_000;
/** A hot loop makes hundreds in the time for which log-ins are refused. */
const MOST_LOG_INS = 60;
/** More than a full run writes by collections. */
const BULK_ROWS = 1_200;
/** Three in a hundred. */
const REFUSED_EVERY = 33;
const UNPROCESSED = 12;

/** Faults of Salesforce and of the session with it, while runs are under way. */
export const salesforceCases: readonly SyncCase[] = [
  duringRun('a write is done and its answer lost', [], {
    ...{ match: `(PATCH|POST) .*${SERVICE_REQUESTS}composite`, times: 3 },
    effect: { kind: 'cut', when: 'after-commit' }
  }),
  duringRun('429 with Retry-After', [9], {
    ...{ match: SERVICE_REQUESTS, after: 2, times: 4 },
    effect: {
      ...{ kind: 'status', status: 429, errorCode: 'TOO_MANY_REQUESTS', message: 'Slow down.' },
      retryAfterSeconds: 1
    }
  }),
  duringRun('the request limit, without Retry-After', [9], {
    ...{ match: SERVICE_REQUESTS, after: 2, times: 3 },
    effect: { kind: 'status', status: 403, errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests.' }
  }),
  { name: 'log-in is refused in the middle of a run', plays: [8], play: refuseLogIn },
  { name: 'the session ends, told by 401 and by the 400 of a bulk job', plays: [7], play: endSessions },
  { name: 'rows of a bulk job fail, others are not processed', plays: [10], play: failRows }
];

/** New customers are there to be made once, and others to be changed, while a fault strikes. */
function duringRun(name: string, plays: readonly number[], fault: object): SyncCase {
  return {
    name,
    plays,
    async play(work) {
      await editSome(work);
      newCustomers(work, 5);
      const id = await orderFault(work.world, { point: 'rest', ...fault });
      await runSync(work, { pair: 'all', mode: 'changes' });
      if ((await struck(work.world, id)) === 0) work.violated('the fault struck nothing');
    }
  };
}

function newCustomers({ world, number }: SyncWork, count: number): void {
  const copies = Array.from({ length: count }, (_, index) => ({
    CustomerNo: `C${number}N${index}`,
    CustomerName: `Customer ${index} of case ${number}`
  }));
  copyInSage(world, { table: 'AR_Customer', where: `ARDivisionNo = '01' AND CustomerNo = 'ABF'`, copies });
}

/** As when the user is revoked: people are told, nothing is lost, and there is no hot loop. */
async function refuseLogIn(work: SyncWork): Promise<void> {
  const { world, violated } = work;
  await editSome(work);
  newCustomers(work, 3);
  const before = await lastRequest(world);
  await orderFault(world, {
    point: 'login',
    effect: { kind: 'status', status: 400, errorCode: 'invalid_grant', message: 'user has not approved' }
  });
  await orderFault(world, {
    ...{ point: 'rest', match: SERVICE_REQUESTS, times: world.services.length },
    effect: { kind: 'expired-session' }
  });
  await startSync(world, { pair: 'all', mode: 'changes' });
  const isTold = async () => (await figureOf(world, ALERT)) === 1;
  if (!(await until(isTold, PATIENCE_MS))) violated('nobody was told that log-ins are refused');
  await delay(5_000);
  const tried = (await requestsTo(world, LOG_IN, before)).length;
  if (tried > MOST_LOG_INS) violated(`${tried} log-ins while all were refused`);
  await clearFaults(world);
  const isOver = async () => (await figureOf(world, ALERT)) !== 1;
  if (!(await until(isOver, PATIENCE_MS, 1_000))) violated('nobody was told that it is over');
}

/** One log-in for each end of the session, however many requests were under way. */
async function endSessions(work: SyncWork): Promise<void> {
  const { world, violated } = work;
  newVendors(work, 'S', () => 'plain');
  await editSome(work);
  const before = await lastRequest(world);
  const expired = { times: 1, effect: { kind: 'expired-session' } };
  const faults = [
    await orderFault(world, { point: 'rest', match: SERVICE_REQUESTS, after: 4, ...expired }),
    await orderFault(world, { point: 'bulk-job', match: 'PUT .*/jobs/ingest', ...expired })
  ];
  await runSync(work, { pair: 'all', mode: 'full' });
  for (const id of faults) if ((await struck(world, id)) !== 1) violated('a session did not end');
  const logIns = (await requestsTo(world, LOG_IN, before)).length;
  if (logIns !== faults.length) violated(`${logIns} log-ins after the session ended ${faults.length} times`);
}

/** Each row is told as what became of it; what was not processed, and what is mended, gets there after all. */
async function failRows(work: SyncWork): Promise<void> {
  const { world, violated } = work;
  const refused = newVendors(work, 'R', (index) => (index % REFUSED_EVERY === 0 ? 'refused' : 'plain'));
  const row = await orderFault(world, {
    ...{ point: 'bulk-row', match: 'Sage_Vendor__c .*refused' },
    effect: { kind: 'row-error', errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Not today.' }
  });
  await orderFault(world, {
    ...{ point: 'bulk-job', match: 'upsert Sage_Vendor__c', times: 1 },
    effect: { kind: 'unprocessed-rows', count: UNPROCESSED }
  });
  const [run] = await runSync(work, { pair: 'Sage_Vendor__c-vendor', mode: 'full' });
  const told = (await struck(world, row)) > 0 ? (run?.causes ?? {}) : {};
  const processed = run?.counts.created ?? 0;
  const failed = Object.values(told).reduce((sum, count) => sum + count, 0);
  if (failed !== run?.counts.failed || processed + failed !== BULK_ROWS)
    violated(`of ${BULK_ROWS} rows ${processed} were made and ${JSON.stringify(told)} told as failed`);
  if (told['LB790'] !== UNPROCESSED) violated(`${told['LB790'] ?? 0} rows are told as not processed`);
  if ((told['LB705'] ?? 0) < refused - UNPROCESSED)
    violated(`${told['LB705'] ?? 0} rows are told as refused`);
}

/** So many that a full run writes them by a bulk job; gives how many have the word `refused` in their names. */
function newVendors(
  { world, number }: SyncWork,
  letter: string,
  wordOf: (index: number) => 'plain' | 'refused'
): number {
  const copies = Array.from({ length: BULK_ROWS }, (_, index) => ({
    VendorNo: `${letter}${number}${String(index).padStart(4, '0')}`.slice(0, 7),
    VendorName: `A ${wordOf(index)} vendor ${index}`
  }));
  copyInSage(world, { table: 'AP_Vendor', where: `VendorNo = '0000001'`, copies });
  return copies.filter(({ VendorName }) => VendorName.includes('refused')).length;
}
