import { join } from 'node:path';
import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningOrg, startOrg } from '../../index.ts';
import { connect } from '../../testing/test-org.ts';

const [anna, otto] = ['anna@ledger-bridge.example', 'otto@ledger-bridge.example'] as const;
const user = (username: string, firstName: string) => ({
  ...{ username, firstName, lastName: 'Reader', alias: firstName.toLowerCase() },
  ...{ profile: 'Standard User', permissionSets: ['Readers'] }
});

let org: RunningOrg;
let asAnna: Connection;
let asOtto: Connection;

beforeAll(async () => {
  org = await startOrg({
    packageDirectory: join(import.meta.dirname, '../../../fixtures/reader-formulas'),
    certificates: {},
    namedCredentialUrls: {},
    users: [user(anna, 'Anna'), user(otto, 'Otto')]
  });
  [asAnna, asOtto] = [await connect(org, anna), await connect(org, otto)];
});
afterAll(() => org.close());

async function createAccount(values: object = {}): Promise<string> {
  const { id } = await asAnna.sobject('Account').create({ Name: 'ABF', ...values });
  return id ?? '';
}

it('when a formula field names $User, then queries and records show each user another value', async () => {
  const id = await createAccount();
  const soql = (reader: string) =>
    `SELECT Greeting__c FROM Account WHERE Id = '${id}' AND Reader__c = '${reader}'`;
  expect((await asAnna.query(soql(anna))).records).toMatchObject([{ Greeting__c: `for ${anna}` }]);
  expect((await asOtto.query(soql(otto))).records).toMatchObject([{ Greeting__c: `for ${otto}` }]);
  expect((await asOtto.query(soql(anna))).records).toEqual([]);
  for (const [connection, name] of [
    [asAnna, anna],
    [asOtto, otto]
  ] as const) {
    const expected = { Reader__c: name, Greeting__c: `for ${name}` };
    expect(await connection.sobject('Account').retrieve(id)).toMatchObject(expected);
    expect(await connection.sobject('Account').retrieve([id, id])).toMatchObject([expected, expected]);
  }
});

it('when a rule names such a field, then it is read for the user who saves', async () => {
  const id = await createAccount({ Site: `for ${anna}` });
  await expect(asOtto.sobject('Account').update({ Id: id, Phone: '1' })).rejects.toMatchObject({
    errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION'
  });
  await expect(asOtto.sobject('Account').update({ Id: id, Site: `for ${otto}` })).resolves.toMatchObject({
    success: true
  });
});
