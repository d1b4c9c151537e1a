import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { matching } from '../testing/matchers.ts';
import { type FlowOrg, startFlowOrg } from './testing/flow-org.ts';

let flows: FlowOrg;

beforeAll(async () => {
  flows = await startFlowOrg();
});
afterAll(() => flows.close());
beforeEach(() => {
  flows.org.reset();
});

const run = () => flows.run('Texts_And_Globals', { first: 'Alder', second: 'Birch' });

describe('texts of flows', () => {
  it('when a text begins or ends with white space, then it keeps it', async () => {
    expect(await run()).toMatchObject({ joined: 'Alder - Birch', letter: '\n  Yours,\nAlder \n' });
  });
});

describe('global variables', () => {
  it('when fields behind $User, $Profile and $Organization are read, then relationships are followed', async () => {
    expect(await run()).toMatchObject({
      about: 'System Administrator of Ledger Bridge local org, System Administrator'
    });
  });

  it('when the user has a custom permission, then $Permission is true, else false', async () => {
    expect(await run()).toMatchObject({ mayResend: false });
    await assign(flows, 'admin');
    expect(await run()).toMatchObject({ mayResend: true });
  });
});

describe('the Automated Process user', () => {
  it('when an event starts a flow, then it runs as this user and has only what permission sets give it', async () => {
    await raiseAlert('Alder');
    expect(flows.traceOf('Alert_Asks')).toMatchObject({ outcome: 'fault', user: matching(/^autoproc@00d/) });
    await assign(flows, 'autoproc');
    flows.service.answer = { status: 200, body: 'Alder Ltd' };
    await raiseAlert('Alder');
    const soql = 'SELECT Name, Site, CreatedBy.Name FROM Account';
    expect((await flows.connection.query(soql)).records).toMatchObject([
      { Name: 'Alder Ltd', Site: 'autoproc true', CreatedBy: { Name: 'Automated Process' } }
    ]);
  });

  it('when it is queried, then it has no profile', async () => {
    const soql = "SELECT Username, UserType, ProfileId, IsActive FROM User WHERE Alias = 'autoproc'";
    expect((await flows.connection.query(soql)).records).toMatchObject([
      { UserType: 'AutomatedProcess', ProfileId: null, IsActive: true }
    ]);
  });
});

async function raiseAlert(item: string): Promise<void> {
  await flows.connection.sobject('Stock_Alert__e').create({ Item__c: item, Quantity__c: 1000 });
  await flows.org.flows.settled();
}

async function assign({ connection }: FlowOrg, alias: string): Promise<void> {
  const idOf = async (soql: string) => (await connection.query(soql)).records[0]?.Id;
  await connection.sobject('PermissionSetAssignment').create({
    AssigneeId: await idOf(`SELECT Id FROM User WHERE Alias = '${alias}'`),
    PermissionSetId: await idOf("SELECT Id FROM PermissionSet WHERE Name = 'Flow_Runner'")
  });
}
