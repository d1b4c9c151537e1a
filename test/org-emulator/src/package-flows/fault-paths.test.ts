import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Basis, forceApp, openOpportunity, type SalesOrg, startSalesOrg } from './testing/sales-org.ts';

const directory = mkdtempSync(join(tmpdir(), 'package-flows-'));
let sales: SalesOrg;
let basis: Basis;
let opportunity: string;

/** An org whose administrator has rules that are in the way of the flows. */
beforeAll(async () => {
  cpSync(forceApp, directory, { recursive: true });
  addRule('Sync_Failure__c', 'TRUE');
  addRule('Opportunity', 'ISPICKVAL(Sage_Requested_Action__c, "amend")');
  sales = await startSalesOrg(directory);
});
afterAll(async () => {
  await sales.close();
  rmSync(directory, { recursive: true });
});
beforeEach(async () => {
  basis = await sales.begin('Opportunity', { Alert_Addresses__c: 'ops@localhost' });
  opportunity = await sales.create('Opportunity', openOpportunity(basis));
});

function addRule(object: string, formula: string): void {
  const folder = join(directory, 'main/in-the-way/objects', object, 'validationRules');
  mkdirSync(folder, { recursive: true });
  const parts = `<fullName>In_The_Way</fullName><active>true</active><errorConditionFormula>${formula}</errorConditionFormula><errorMessage>Not here.</errorMessage>`;
  const xml = `<ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata">${parts}</ValidationRule>`;
  writeFileSync(join(folder, 'In_The_Way.validationRule-meta.xml'), xml);
}

const win = () => sales.update('Opportunity', { Id: opportunity, StageName: 'Closed Won' });

it('when neither event nor failure can be saved, then the deal is won, and its state is there to be found', async () => {
  sales.org.events.setLimits({ hourlyPublished: 0 });
  await win();
  sales.org.events.setLimits({});
  expect(await sales.read('Opportunity', opportunity)).toMatchObject({
    IsWon: true,
    Sage_Sync_State__c: 'Requested',
    Sage_Requested_Action__c: 'submit'
  });
  expect(sales.requests()).toEqual([]);
});

it('when the deal cannot be stamped, then the change of its product is refused with the reason', async () => {
  const values = { OpportunityId: opportunity, PricebookEntryId: basis.entryId, UnitPrice: 84 };
  const line = await sales.create('OpportunityLineItem', { ...values, Quantity: 2 });
  await win();
  const lines = sales.connection.sobject('OpportunityLineItem');
  const reason = /request to amend it could not be saved: .*Not here/;
  await expect(lines.update({ Id: line, Quantity: 5 })).rejects.toThrow(reason);
  await expect(lines.destroy(line)).rejects.toThrow(reason);
  expect(await lines.retrieve(line)).toMatchObject({ Quantity: 2 });
});

it('when an alert can be neither mailed nor kept, then Salesforce mails the administrator about the flow', async () => {
  const alert = { Topic__c: 'dead-letters', State__c: 'begun', Subject__c: 'Orders need a person' };
  await sales.as('integration').sobject('Sage_Sync_Alert__e').create(alert);
  await sales.org.flows.settled();
  expect(sales.org.outbox.mails).toMatchObject([{ to: ['admin@ledger-bridge.example'], flow: 'Sage_Alert' }]);
  expect(sales.org.outbox.mails[0]?.body).toContain('Not here.');
});
