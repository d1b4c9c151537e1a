import { join } from 'node:path';
import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningOrg } from '../index.ts';
import { connect, startTestOrg } from '../testing/test-org.ts';

const clerk = 'clerk@ledger-bridge.example';
const startAllKinds = (namespace?: string) =>
  startTestOrg({
    packageDirectory: join(import.meta.dirname, '../../fixtures/all-kinds'),
    certificates: {},
    namespace,
    defaults: { timeZone: 'America/New_York' },
    users: [
      {
        username: clerk,
        firstName: 'Clara',
        lastName: 'Clerk',
        alias: 'clerk',
        profile: 'Standard User',
        permissionSets: ['Sage_Orders']
      }
    ]
  });

describe.each([
  ['without a namespace', undefined, ''],
  ['with a namespace', 'sage', 'sage__']
])('a package of all kinds, %s', (_what, namespace, ns) => {
  let org: RunningOrg;
  let client: Connection;

  beforeAll(async () => {
    org = await startAllKinds(namespace);
    client = await connect(org, clerk);
  });
  afterAll(() => org.close());

  const describedFields = async (object: string) => {
    const { fields } = await client.describe(object);
    return new Map(fields.map((field) => [field.name, field]));
  };

  it('when a custom object is described, then its fields have the types that Salesforce gives them', async () => {
    const fields = await describedFields(`${ns}Sage_Order__c`);
    const types = Object.fromEntries([...fields].map(([name, { type }]) => [name, type]));
    expect(types).toMatchObject({
      Name: 'string',
      RecordTypeId: 'reference',
      OwnerId: 'reference',
      [`${ns}Account__c`]: 'reference',
      [`${ns}Warehouse__c`]: 'picklist',
      [`${ns}Due__c`]: 'date',
      [`${ns}Line_Count__c`]: 'double',
      [`${ns}Total__c`]: 'currency',
      [`${ns}Summary__c`]: 'string'
    });
    expect(fields.get(`${ns}Account__c`)).toMatchObject({
      relationshipName: `${ns}Account__r`,
      referenceTo: ['Account']
    });
    expect(fields.get(`${ns}Summary__c`)).toMatchObject({ createable: false, updateable: false });
  });

  it('when a picklist has values that are not active, then they are not offered', async () => {
    const fields = await describedFields(`${ns}Sage_Order__c`);
    const values = (name: string) => fields.get(name)?.picklistValues?.map(({ value }) => String(value));
    expect(values(`${ns}Warehouse__c`)).toEqual(['001', '002']);
    const warehouse = fields.get(`${ns}Warehouse__c`);
    // The default of a picklist is the value that is marked, and nothing else says it.
    expect(warehouse?.picklistValues).toMatchObject([{ defaultValue: true }, { defaultValue: false }]);
    expect(warehouse?.defaultValue).toBeNull();
    expect(values(`${ns}Region__c`)).toEqual(['north', 'south']);
  });

  it('when a detail is described, then it has no owner and its master is required', async () => {
    const fields = await describedFields(`${ns}Sage_Order_Line__c`);
    expect(fields.has('OwnerId')).toBe(false);
    expect(fields.get(`${ns}Order__c`)).toMatchObject({ nillable: false, updateable: false });
    expect(fields.get(`${ns}Key__c`)).toMatchObject({ unique: true, externalId: true, caseSensitive: true });
  });

  it('when child records are asked for, then the relationship has the name of the package', async () => {
    const order = await client.sobject(`${ns}Sage_Order__c`).create({});
    await client.sobject(`${ns}Sage_Order_Line__c`).create({ Name: '1', [`${ns}Order__c`]: order.id });
    const { records } = await client.query(
      `SELECT Name, (SELECT Name FROM ${ns}Lines__r) FROM ${ns}Sage_Order__c WHERE Id = '${order.id}'`
    );
    expect(records).toMatchObject([{ [`${ns}Lines__r`]: { records: [{ Name: '1' }] } }]);
  });

  it('when custom metadata is queried, then its records are there with typed values', async () => {
    const { records } = await client.query(
      `SELECT DeveloperName, NamespacePrefix, ${ns}Number__c, ${ns}On__c FROM ${ns}Sage_Setting__mdt`
    );
    expect(records).toMatchObject([
      {
        DeveloperName: 'Retries',
        NamespacePrefix: namespace ?? null,
        [`${ns}Number__c`]: 5,
        [`${ns}On__c`]: true
      }
    ]);
  });

  it('when record types and reports are queried, then they are records', async () => {
    const types = await client.query('SELECT DeveloperName, SobjectType FROM RecordType');
    expect(types.records).toMatchObject([{ DeveloperName: 'Export', SobjectType: `${ns}Sage_Order__c` }]);
    const reports = await client.query('SELECT Name, FolderName, Format FROM Report');
    expect(reports.records).toMatchObject([
      { Name: 'Orders by Region', FolderName: 'Sage', Format: 'Summary' }
    ]);
  });

  it('when words are translated, then the translations are taken, and named among what has no effect', async () => {
    const status = await (await fetch(`${org.controlUrl}/status`)).json();
    expect(JSON.stringify(status)).toContain('translations/de.translation-meta.xml');
  });

  it('when the values of a standard picklist are set, then they take the place of the usual ones', async () => {
    const fields = await describedFields('Order');
    expect(fields.get('Status')?.picklistValues?.map(({ value }) => String(value))).toEqual([
      'Draft',
      'Sent to Sage'
    ]);
  });
});

describe('what every org begins with', () => {
  let org: RunningOrg;
  let client: Connection;

  beforeAll(async () => {
    org = await startAllKinds();
    client = await connect(org, clerk);
  });
  afterAll(() => org.close());

  it('when price books are queried, then the standard one is there', async () => {
    const { records } = await client.query('SELECT Name, IsStandard, IsActive FROM Pricebook2');
    expect(records).toMatchObject([{ Name: 'Standard Price Book', IsStandard: true, IsActive: true }]);
  });

  it('when stages are queried, then they say what a closed opportunity is', async () => {
    const { records } = await client.query(
      'SELECT ApiName, DefaultProbability FROM OpportunityStage WHERE IsWon = true'
    );
    expect(records).toMatchObject([{ ApiName: 'Closed Won', DefaultProbability: 100 }]);
  });

  it('when a user was added at the start, then it has the time zone of the org', async () => {
    const { records } = await client.query(
      `SELECT TimeZoneSidKey, CreatedById FROM User WHERE Alias = 'clerk'`
    );
    expect(records).toMatchObject([{ TimeZoneSidKey: 'America/New_York' }]);
    expect(records[0]?.CreatedById).not.toBeNull();
  });

  it.each([
    ['Contact', '003', 'Name'],
    ['Opportunity', '006', 'Name'],
    ['OpportunityLineItem', '00k', 'Name'],
    ['Product2', '01t', 'Name'],
    ['PricebookEntry', '01u', 'Name'],
    ['Order', '801', 'OrderNumber'],
    ['OrderItem', '802', 'OrderItemNumber']
  ])(
    'when %s is described, then it has the key prefix %s and the name field %s',
    async (name, prefix, nameField) => {
      const { keyPrefix, fields } = await client.describe(name);
      expect(keyPrefix).toBe(prefix);
      expect(fields.filter((field) => field.nameField).map((field) => field.name)).toEqual([nameField]);
    }
  );

  it('when Account is described, then its addresses are compound fields', async () => {
    const { fields } = await client.describe('Account');
    expect(fields.filter(({ type }) => type === 'address').map(({ name }) => name)).toEqual([
      'BillingAddress',
      'ShippingAddress'
    ]);
  });
});
