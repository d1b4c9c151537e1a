import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOrg, startOrg } from '../../index.ts';
import { temporaryDirectory } from '../../testing/temporary-directory.ts';
import { admin, connect, control } from '../../testing/test-org.ts';

const tracker = 'tracker@ledger-bridge.example';
let org: RunningOrg;
let client: Connection;

beforeAll(async () => {
  org = await startOrg({
    packageDirectory: join(import.meta.dirname, '../../../fixtures/field-history'),
    certificates: {},
    namedCredentialUrls: {},
    users: [
      {
        ...{ username: tracker, firstName: 'Tracy', lastName: 'Tracker', alias: 'tracy' },
        ...{ profile: 'Standard User', permissionSets: ['Crates'] }
      }
    ]
  });
  client = await connect(org, tracker);
});
afterAll(() => org.close());

const historyOf = async (id: string) => {
  const soql = `SELECT Field, DataType, OldValue, NewValue FROM AccountHistory WHERE AccountId = '${id}' ORDER BY Id`;
  const { records } = await client.query<Readonly<Record<string, unknown>>>(soql);
  return records.map(({ Field, DataType, OldValue, NewValue }) => [Field, DataType, OldValue, NewValue]);
};
const newAccount = async (values: Record<string, unknown> = {}) => {
  const { id } = await client.sobject('Account').create({ Name: 'ABF', ...values });
  return id ?? '';
};

describe('field history', () => {
  it('when tracked fields change, then each old and new value is kept, and by whom; other fields are not', async () => {
    const id = await newAccount();
    await client.sobject('Account').update({ Id: id, Industry: 'Banking', AnnualRevenue: 12, Phone: '1' });
    await client.sobject('Account').update({ Id: id, Industry: null, Phone: '2' });
    expect(await historyOf(id)).toEqual([
      ['created', 'Text', null, null],
      ['Industry', 'DynamicEnum', null, 'Banking'],
      ['AnnualRevenue', 'Currency', null, 12],
      ['Industry', 'DynamicEnum', 'Banking', null]
    ]);
    const { records } = await client.query(
      `SELECT CreatedBy.Username, Account.Name FROM AccountHistory WHERE AccountId = '${id}'`
    );
    expect(records[0]).toMatchObject({ CreatedBy: { Username: tracker }, Account: { Name: 'ABF' } });
  });

  it('when the owner changes, then one row has the names and one the ids', async () => {
    const id = await newAccount();
    const { records } = await client.query(`SELECT Id, Name FROM User WHERE Username = '${admin}'`);
    const [owner] = records;
    await client.sobject('Account').update({ Id: id, OwnerId: String(owner?.Id) });
    const [, names, ids] = await historyOf(id);
    expect(names).toEqual(['Owner', 'Text', 'Tracy Tracker', owner?.Name]);
    expect(ids).toMatchObject({ 0: 'Owner', 1: 'EntityId', 3: owner?.Id });
  });

  it('when a transaction is undone, then its history is as well', async () => {
    const id = await newAccount();
    const rows = [
      { Id: id, Industry: 'Banking' },
      { Id: id, Name: '' }
    ];
    await client.sobject('Account').update(rows, { allOrNone: true });
    expect(await historyOf(id)).toEqual([['created', 'Text', null, null]]);
  });

  it('when a custom object is tracked, then its history is a child, and long texts are kept without values', async () => {
    const { id } = await client.sobject('Crate__c').create({ Name: 'C1', Sealed__c: false });
    await client.sobject('Crate__c').update({ Id: id ?? '', Sealed__c: true, Notes__c: 'x'.repeat(300) });
    const { records } = await client.query(
      'SELECT Id, (SELECT ParentId, Field, OldValue, NewValue FROM Histories ORDER BY Id) FROM Crate__c'
    );
    expect(records).toMatchObject([
      {
        Histories: {
          records: [
            { ParentId: id, Field: 'created' },
            { ParentId: id, Field: 'Notes__c', OldValue: null, NewValue: null },
            { ParentId: id, Field: 'Sealed__c', OldValue: false, NewValue: true }
          ]
        }
      }
    ]);
  });

  it('when it is described, then it can be read and not written', async () => {
    const history = await client.describe('Crate__History');
    expect(history).toMatchObject({
      createable: false,
      updateable: false,
      deletable: false,
      queryable: true
    });
    const types = Object.fromEntries(history.fields.map(({ name, type }) => [name, type]));
    expect(types).toMatchObject({ ParentId: 'reference', Field: 'picklist', OldValue: 'anyType' });
    const { childRelationships } = await client.describe('Crate__c');
    expect(childRelationships).toContainEqual(
      expect.objectContaining({ childSObject: 'Crate__History', relationshipName: 'Histories' })
    );
    const made = client
      .sobject('AccountHistory')
      .create({ AccountId: await newAccount(), Field: 'Industry' });
    await expect(made).rejects.toMatchObject({ errorCode: 'INVALID_TYPE_FOR_OPERATION' });
  });

  it('when values are filtered by, then the query is refused', async () => {
    const query = client.query("SELECT Id FROM AccountHistory WHERE NewValue = 'Banking'");
    await expect(query).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' });
  });

  it('when a user may not read the object, then there is no history either', async () => {
    const stranger = await connect(org, 'noaccess@ledger-bridge.example');
    await expect(stranger.query('SELECT Id FROM Crate__History')).rejects.toMatchObject({
      errorCode: 'INVALID_TYPE'
    });
  });

  it('when a field cannot be tracked, then the package is refused', async () => {
    const packageDirectory = temporaryDirectory();
    const directory = join(packageDirectory, 'objects/Account/fields');
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'F__c.field-meta.xml'), trackedFormula);
    const start = startOrg({ packageDirectory, certificates: {}, namedCredentialUrls: {} });
    await expect(start).rejects.toThrow(/Account\.F__c: its history cannot be tracked/);
  });

  it('when the org is reset, then the history is empty', async () => {
    await newAccount();
    await control(org, 'POST', '/reset');
    client = await connect(org, tracker);
    expect(await client.sobject('AccountHistory').count()).toBe(0);
  });
});

const trackedFormula =
  '<CustomField><fullName>F__c</fullName><label>F</label><type>Text</type><formula>Name</formula>' +
  '<trackHistory>true</trackHistory></CustomField>';
