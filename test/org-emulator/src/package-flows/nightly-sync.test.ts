import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type SalesOrg, startSalesOrg } from './testing/sales-org.ts';

const A_DAY = 24 * 60 * 60_000;
const started = { started: 3, alreadyRunning: 0, runIds: '11,12,13' };

let sales: SalesOrg;

beforeAll(async () => {
  sales = await startSalesOrg();
});
afterAll(() => sales.close());
beforeEach(async () => {
  await sales.begin('Both');
  sales.service.requests.length = 0;
  sales.service.bodies.length = 0;
});

async function night(): Promise<void> {
  sales.org.clock.advance(A_DAY);
  await sales.org.flows.settled();
}

const alerts = () => sales.org.events.kept('Sage_Sync_Alert__e').map(({ payload }) => payload);

it('when a night passes, then the service is asked once to compare everything', async () => {
  sales.service.answer = { status: 200, body: JSON.stringify(started) };
  await night();
  expect(sales.service.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /v1/syncs']);
  expect(sales.service.bodies.map((body): unknown => JSON.parse(body))).toEqual([
    { pair: 'all', mode: 'reconcile', startedBy: 'schedule', requestedBy: 'Sage_Nightly_Sync' }
  ]);
  expect(alerts()).toEqual([]);
});

it('when the service refuses, then the administrators are told what it said', async () => {
  sales.service.answer = { status: 503, body: '{"code":"LB301","title":"Sage cannot be reached"}' };
  await night();
  expect(alerts()).toMatchObject([
    { Topic__c: 'nightly-sync-not-started', Severity__c: 'error', Message__c: sales.service.answer.body }
  ]);
  expect(sales.org.outbox.notifications).toHaveLength(1);
});

it('when no company is active, then nobody is asked and nobody is told', async () => {
  await sales.update('Integration_Config__c', { Id: (await sales.begin('None')).configId, Active__c: false });
  await night();
  expect(sales.service.requests).toEqual([]);
  expect(alerts()).toEqual([]);
});
