import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SalesOrg, startSalesOrg } from './testing/sales-org.ts';

const ADMIN = 'admin@ledger-bridge.example';

/** A flow, what a page gives it, and the request that follows, with its body. */
type Case = [flow: string, inputs: Record<string, unknown>, request: string, body?: unknown];

const asksOfText: Case[] = [
  ['Sage_Get_Status', {}, 'GET /v1/status'],
  ['Sage_Get_Activity', {}, 'GET /v1/activity'],
  ['Sage_List_Tables', {}, 'GET /v1/sage/tables'],
  ['Sage_Describe_Table', { table: 'AR_Customer' }, 'GET /v1/sage/tables/AR_Customer'],
  ['Sage_Get_Sync', { runId: 7 }, 'GET /v1/syncs/7'],
  ['Sage_List_Syncs', { pageSize: 20 }, 'GET /v1/syncs?pageSize=20'],
  ['Sage_Stop_Sync', { runId: 7 }, 'POST /v1/syncs/7/stop', { operator: ADMIN }],
  ['Sage_List_Mappings', {}, 'GET /v1/mappings'],
  [
    'Sage_Get_Mapping',
    { pair: 'Account-customer', version: 2 },
    'GET /v1/mappings/Account-customer?version=2'
  ],
  [
    'Sage_Get_Mapping_Fields',
    { pair: 'Account-customer', side: 'sage' },
    'GET /v1/mappings/Account-customer/fields?side=sage'
  ],
  [
    'Sage_Compare_Mappings',
    { pair: 'Account-customer', before: 1, after: 2 },
    'GET /v1/mappings/Account-customer/comparison?before=1&after=2'
  ],
  [
    'Sage_Preview_Mapping',
    { pair: 'Account-customer', sample: 5 },
    'POST /v1/mappings/Account-customer/preview',
    { sample: 5 }
  ],
  [
    'Sage_Publish_Mapping',
    { pair: 'Account-customer', comment: 'With the region' },
    'POST /v1/mappings/Account-customer/versions',
    { comment: 'With the region', operator: ADMIN }
  ],
  [
    'Sage_Roll_Back_Mapping',
    { pair: 'Account-customer', toVersion: 1 },
    'POST /v1/mappings/Account-customer/roll-back',
    { toVersion: 1, operator: ADMIN }
  ],
  ['Sage_List_Dead_Letters', { code: 'LB402' }, 'GET /v1/dead-letters?code=LB402'],
  ['Sage_Get_Dead_Letter', { jobId: 9 }, 'GET /v1/dead-letters/9'],
  [
    'Sage_Replay_Dead_Letter',
    { jobId: 9, payload: '{"pair":"x"}' },
    'POST /v1/dead-letters/9/replay',
    { payload: '{"pair":"x"}', operator: ADMIN }
  ],
  [
    'Sage_Skip_Dead_Letter',
    { jobId: 9, reason: 'A test order' },
    'POST /v1/dead-letters/9/skip',
    { reason: 'A test order', operator: ADMIN }
  ],
  [
    'Sage_Get_Record_Comparison',
    { pair: 'Account-customer', sageKey: '01-ABF' },
    'GET /v1/pairs/Account-customer/records?sageKey=01-ABF'
  ],
  [
    'Sage_Get_Record_History',
    { salesforceId: '001000000000001AAA' },
    'GET /v1/records/history?salesforceId=001000000000001AAA'
  ]
];

let sales: SalesOrg;

beforeAll(async () => {
  sales = await startSalesOrg();
});
afterAll(() => sales.close());
beforeEach(() => {
  sales.org.calloutSettings.declaredErrorsGoTo = 'outputs';
  sales.service.requests.length = 0;
  sales.service.bodies.length = 0;
});

const asked = () => sales.service.requests.map(({ method, url }) => `${method} ${url}`);

/** Without what a flow sends for an input that it was not given. */
function sent(): unknown[] {
  return sales.service.bodies
    .filter((body) => body !== '')
    .map((body) => {
      const members = Object.entries(JSON.parse(body) as object);
      return Object.fromEntries(members.filter(([, value]) => value !== null && value !== ''));
    });
}

describe('the flow behind an operation of administrators', () => {
  it.each(asksOfText)(
    'when %s runs, then the service is asked, in the name of who runs it, and its text is handed on',
    async (flow, inputs, request, body) => {
      sales.service.answer = { status: 200, body: '{"asOf":"now"}' };
      expect(await sales.run(flow, inputs)).toMatchObject({
        outcome: 'ANSWERED',
        answerJson: '{"asOf":"now"}'
      });
      expect(asked()).toEqual([request]);
      expect(sent()).toEqual(body === undefined ? [] : [body]);
    }
  );

  it('when Sage_Start_Sync runs, then the parts of the answer are handed on', async () => {
    const started = { started: 2, alreadyRunning: 0, runIds: '11,12' };
    sales.service.answer = { status: 200, body: JSON.stringify(started) };
    const inputs = { pair: 'all', mode: 'full' };
    expect(await sales.run('Sage_Start_Sync', inputs)).toMatchObject({ outcome: 'ANSWERED', ...started });
    expect(sent()).toEqual([{ ...inputs, requestedBy: ADMIN }]);
  });

  it('when Sage_Estimate_Sync runs, then the parts of the answer are handed on', async () => {
    const estimate = { records: 5_000, linked: 60, apiRequests: 30, storageMegabytes: 10 };
    sales.service.answer = { status: 200, body: JSON.stringify(estimate) };
    const answer = await sales.run('Sage_Estimate_Sync', { pair: 'Account-customer' });
    expect(answer).toMatchObject({ outcome: 'ANSWERED', ...estimate });
  });

  it.each([
    ['Sage_Get_Status', 503, 'serverProblemJson'],
    ['Sage_Start_Sync', 409, 'clientProblemJson'],
    ['Sage_Estimate_Sync', 503, 'serverProblemJson']
  ])(
    'when %s is answered with %i, then %s has its words and no part is read',
    async (flow, status, output) => {
      sales.service.answer = { status, body: '{"code":"LB301"}' };
      const inputs = flow === 'Sage_Get_Status' ? {} : { pair: 'Account-customer' };
      const answer = await sales.run(flow, inputs);
      expect(answer).toMatchObject({ outcome: 'ANSWERED', [output]: '{"code":"LB301"}' });
      expect([answer['answerJson'] ?? null, answer['runIds'] ?? null]).toEqual([null, null]);
    }
  );

  it('when the answer is not declared, then the fault path has the reason', async () => {
    sales.service.answer = { status: 302, body: '' };
    expect(await sales.run('Sage_Get_Status', {})).toMatchObject({
      outcome: 'FAULT',
      faultMessage: expect.stringContaining('302') as string
    });
  });
});
