import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SalesOrg, startSalesOrg } from './testing/sales-org.ts';

let sales: SalesOrg;

beforeAll(async () => {
  sales = await startSalesOrg();
});
afterAll(() => sales.close());

describe('what only the org knows', () => {
  let configId = '';
  beforeEach(async () => {
    ({ configId } = await sales.begin('None'));
  });

  it('when nothing is switched on, then permission sets and company are told, and no pair', async () => {
    expect(await sales.run('Sage_Setup_Facts')).toMatchObject({
      outcome: 'ANSWERED',
      integrationUsers: 1,
      adminUsers: 1,
      repUsers: 1,
      integrationUsername: 'integration@ledger-bridge.example',
      integrationUserIsActive: true,
      companyId: configId,
      companyCode: 'ABC',
      companyIsActive: true
    });
    expect((await sales.run('Sage_Setup_Facts')).activePairs ?? '').toBe('');
  });

  it('when pairs are switched on, then they are named, and others are not', async () => {
    for (const [pair, active] of [
      ['Contact-contact', true],
      ['Account-customer', true],
      ['Product2-item', false]
    ] as const) {
      await sales.create('Sync_Object__c', {
        Integration_Config__c: configId,
        Object_Pair__c: pair,
        Sync_Key__c: `ABC:${pair}`,
        Active__c: active
      });
    }
    const { activePairs } = await sales.run('Sage_Setup_Facts');
    expect(String(activePairs).split(',').sort()).toEqual(['', 'Account-customer', 'Contact-contact']);
  });

  it('when there is no company and nobody may integrate, then that is told, not failed', async () => {
    await sales.connection.sobject('Integration_Config__c').destroy(configId);
    const found = await sales.connection.query(
      "SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Ledger_Bridge_Integration'"
    );
    for (const { Id } of found.records)
      await sales.connection.sobject('PermissionSetAssignment').destroy(Id ?? '');
    const facts = await sales.run('Sage_Setup_Facts');
    expect(facts).toMatchObject({ outcome: 'ANSWERED', integrationUsers: 0 });
    expect([facts.companyId ?? null, facts.integrationUsername ?? null]).toEqual([null, null]);
    expect(facts.integrationSetId).toBeTruthy();
  });
});

describe("the reader's token", () => {
  it('when it is tried, then a customer is asked for whom nobody has, with the role reader', async () => {
    const problem = JSON.stringify({ code: 'LB101' });
    sales.service.answer = { status: 400, body: problem };
    sales.service.requests.length = 0;
    expect(await sales.run('Sage_Setup_Facts_Reader')).toMatchObject({
      outcome: 'ANSWERED',
      clientProblemJson: problem
    });
    expect(sales.service.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /v1/customers/-/summary'
    ]);
  });

  it('when the service is in trouble, then what it says is handed on', async () => {
    const problem = JSON.stringify({ code: 'LB107' });
    sales.service.answer = { status: 503, body: problem };
    expect(await sales.run('Sage_Setup_Facts_Reader')).toMatchObject({
      outcome: 'ANSWERED',
      serverProblemJson: problem
    });
  });
});
