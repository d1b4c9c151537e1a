import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { containing } from '../testing/matchers.ts';
import { type FlowOrg, startFlowOrg } from './testing/flow-org.ts';

const forceApp = join(import.meta.dirname, '../../../../force-app');
const packageFlows = join(import.meta.dirname, '../package-flows');
const suffix = '.flow-meta.xml';

let flows: FlowOrg;

beforeAll(async () => {
  flows = await startFlowOrg(forceApp);
});
afterAll(() => flows.close());
beforeEach(() => {
  flows.org.reset();
  flows.org.calloutSettings.declaredErrorsGoTo = 'outputs';
  flows.service.answer = { status: 200, body: '{"amountDue":"5732.36"}' };
});

async function account(customerNo: string | null): Promise<string> {
  const values = { Name: 'ABF', Sage_Customer_No__c: customerNo };
  return (await flows.connection.sobject('Account').create(values)).id ?? '';
}

/** What each flow of the package does, its fault paths too. A new flow of the package gets its tests here. */
const tests: Record<string, () => void> = {
  Sage_Customer_Summary: () => {
    const run = async (recordId: string) => flows.run('Sage_Customer_Summary', { recordId });

    it('when the service answers, then its text is handed on', async () => {
      expect(await run(await account('01-ABF'))).toMatchObject({
        outcome: 'ANSWERED',
        summaryJson: '{"amountDue":"5732.36"}',
        responseCode: 200
      });
    });

    it.each([
      [404, 'clientProblemJson'],
      [503, 'serverProblemJson']
    ])('when the service answers %i, then %s has its words', async (status, output) => {
      flows.service.answer = { status, body: 'problem' };
      expect(await run(await account('01-ABF'))).toMatchObject({ outcome: 'ANSWERED', [output]: 'problem' });
    });

    it.each([
      ['declared errors take the fault path', 503, 'fault-path'],
      ['the answer is not declared', 302, 'outputs']
    ] as const)('when %s, then the callout’s fault path is taken', async (_what, status, goTo) => {
      flows.org.calloutSettings.declaredErrorsGoTo = goTo;
      flows.service.answer = { status, body: '' };
      expect(await run(await account('01-ABF'))).toMatchObject({
        outcome: 'FAULT',
        faultMessage: containing(String(status))
      });
      expect(flows.traceOf('Sage_Customer_Summary').steps.at(-2)).toMatchObject({
        name: 'Get_Customer_Summary',
        next: 'Note_Fault'
      });
    });

    it('when the user may not read the field, then the lookup’s fault path is taken', async () => {
      const recordId = await account('01-ABF');
      const assignments = await flows.connection.query(
        "SELECT Id FROM PermissionSetAssignment WHERE Assignee.Username = 'admin@ledger-bridge.example'"
      );
      for (const { Id } of assignments.records) {
        await flows.connection.sobject('PermissionSetAssignment').destroy(Id ?? '');
      }
      expect(await run(recordId)).toMatchObject({
        outcome: 'FAULT',
        faultMessage: containing('tried to look up records: INVALID_FIELD')
      });
      expect(flows.traceOf('Sage_Customer_Summary').steps).toMatchObject([
        { name: 'Get_Account', next: 'Note_Fault' },
        { name: 'Note_Fault' }
      ]);
    });

    it('when there is no account, or it is not linked, then the flow says which', async () => {
      expect(await run('001000000000001AAA')).toMatchObject({ outcome: 'NO_ACCOUNT' });
      expect(await run(await account(null))).toMatchObject({ outcome: 'NOT_LINKED' });
    });
  }
};

describe('the flows of the package', () => {
  it('when a flow is in the package, then it has tests, here or among those of the package', () => {
    const names = readdirSync(forceApp, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith(suffix))
      .map((path) => basename(path, suffix));
    const others = readdirSync(packageFlows)
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => readFileSync(join(packageFlows, file), 'utf8'))
      .join();
    expect(names.filter((name) => !(name in tests) && !new RegExp(`\\b${name}\\b`).test(others))).toEqual([]);
  });

  for (const [name, define] of Object.entries(tests)) describe(name, define);
});
