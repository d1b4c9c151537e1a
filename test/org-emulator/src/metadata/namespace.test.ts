import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningOrg } from '../index.ts';
import { listWith } from '../testing/matchers.ts';
import { admin, connect, rep, startTestOrg } from '../testing/test-org.ts';
import { type StandIn, startStandIn } from '../testing/sage-stand-in.ts';

let sage: StandIn;
let org: RunningOrg;
let asRep: Connection;

beforeAll(async () => {
  sage = await startStandIn();
  org = await startTestOrg({ namespace: 'sage', namedCredentialUrls: { Sage_Callout_Reader: sage.url } });
  asRep = await connect(org, rep);
});
afterAll(async () => {
  await org.close();
  await sage.close();
});

describe('a package with a namespace', () => {
  it('when an object is described, then the fields of the package have the prefix and standard ones have not', async () => {
    const { fields } = await asRep.sobject('Account').describe();
    const names = fields.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Name', 'sage__Sage_Customer_No__c']));
    expect(names).not.toContain('Sage_Customer_No__c');
  });

  it('when a record is written and read by prefixed names, then it is there', async () => {
    const asAdmin = await connect(org, admin);
    const key = 'sage__Sage_Customer_No__c';
    await asAdmin.sobject('Account').upsert({ Name: 'Prefixed', [key]: '01-NS' }, key);
    const { records } = await asRep.query(`SELECT Name FROM Account WHERE ${key} = '01-NS'`);
    expect(records).toEqual([expect.objectContaining({ Name: 'Prefixed' })]);
  });

  it('when a name without prefix is used, then there is no such field', async () => {
    await expect(asRep.query('SELECT Sage_Customer_No__c FROM Account')).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD'
    });
  });

  it('when permission sets are queried, then their namespace stands apart', async () => {
    const { records } = await asRep.query(
      "SELECT Name, NamespacePrefix FROM PermissionSet WHERE Name LIKE 'Ledger%'"
    );
    expect(records).toEqual(listWith({ Name: 'Ledger_Bridge_Rep', NamespacePrefix: 'sage' }));
  });

  it('when flows are listed, then they are called by their prefixed names', async () => {
    const { actions } = await asRep.request<{ actions: { name: string }[] }>('/actions/custom/flow');
    expect(actions.map(({ name }) => name)).toEqual(['sage__Sage_Customer_Summary']);
  });

  it('when its flow reads a field and calls the service, then both are found by their prefixed names', async () => {
    const asAdmin = await connect(org, admin);
    const { id } = await asAdmin
      .sobject('Account')
      .create({ Name: 'Linked', sage__Sage_Customer_No__c: '01-FLOW' });
    sage.answer = { status: 200, body: '{"balance":1}' };
    const [result] = await asRep.request<{ isSuccess: boolean }[]>({
      method: 'POST',
      url: '/actions/custom/flow/sage__Sage_Customer_Summary',
      body: JSON.stringify({ inputs: [{ recordId: id }] }),
      headers: { 'content-type': 'application/json' }
    });
    expect(result).toMatchObject({ isSuccess: true });
    expect(sage.requests.at(-1)?.url).toContain('01-FLOW');
  });
});
