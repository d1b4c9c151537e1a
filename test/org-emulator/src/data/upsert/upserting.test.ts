import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningOrg } from '../../index.ts';
import { connectShipper, create, startShippingOrg } from '../../testing/shipping-org.ts';
import { shipper } from '../../testing/shipping-package.ts';

let org: RunningOrg;
let connection: Connection;
let counter = 0;
let key: string;

beforeAll(async () => {
  org = await startShippingOrg();
  connection = await connectShipper(org);
});
afterAll(() => org.close());
beforeEach(() => {
  counter += 1;
  key = `01-Abf${counter}`;
});

describe('an upsert by external id', () => {
  it('when the key is written in another case, then it finds the record all the same', async () => {
    const id = await create(connection, 'Account', { Name: 'ABF', Customer_No__c: key });
    const result = await connection
      .sobject('Account')
      .upsert({ Name: 'ABF Ltd', Customer_No__c: key.toUpperCase() }, 'Customer_No__c');
    expect(result).toMatchObject({ id, created: false });
  });

  it('when the field tells case apart, then another case is another record', async () => {
    const upsert = (Code__c: string) => connection.sobject('Carrier__c').upsert({ Code__c }, 'Code__c');
    const [first, second] = [await upsert(key), await upsert(key.toLowerCase())];
    expect([first, second]).toMatchObject([{ created: true }, { created: true }]);
  });

  it('when the body holds the key too, then it is INVALID_FIELD', async () => {
    const request = connection.request({
      method: 'PATCH',
      url: `/services/data/v66.0/sobjects/Account/Customer_No__c/${key}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ Name: 'x', Customer_No__c: key })
    });
    await expect(request).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
      message: 'The Customer_No__c field should not be specified in the sobject data.'
    });
  });

  it('when the record with the key was deleted, then a new one is made', async () => {
    const id = await create(connection, 'Account', { Name: 'ABF', Customer_No__c: key });
    await connection.sobject('Account').destroy(id);
    const result = await connection
      .sobject('Account')
      .upsert({ Name: 'ABF', Customer_No__c: key }, 'Customer_No__c');
    expect(result).toMatchObject({ created: true });
  });
});

describe('a parent named by its external id', () => {
  const shipTo = (parent: Record<string, unknown> | null): Promise<string> =>
    create(connection, 'Shipment__c', { Account__r: parent });

  it('when it is there, then the record belongs to it', async () => {
    const account = await create(connection, 'Account', { Name: 'ABF', Customer_No__c: key });
    const id = await shipTo({ Customer_No__c: key.toLowerCase() });
    expect(await connection.sobject('Shipment__c').retrieve(id)).toMatchObject({ Account__c: account });
  });

  it('when a standard relationship is named so, then it is set, and null empties it', async () => {
    const account = await create(connection, 'Account', { Name: 'ABF', Customer_No__c: key });
    const id = await create(connection, 'Contact', { LastName: 'Doe', Account: { Customer_No__c: key } });
    expect(await connection.sobject('Contact').retrieve(id)).toMatchObject({ AccountId: account });
    await connection.sobject('Contact').update({ Id: id, Account: null });
    expect(await connection.sobject('Contact').retrieve(id)).toMatchObject({ AccountId: null });
  });

  it('when the owner is named by user name and type, then that user owns the record', async () => {
    const Owner = { attributes: { type: 'User' }, Username: shipper.username };
    const id = await create(connection, 'Carrier__c', { Owner });
    const [user] = (await connection.query(`SELECT Id FROM User WHERE Username = '${shipper.username}'`))
      .records;
    expect(await connection.sobject('Carrier__c').retrieve(id)).toMatchObject({ OwnerId: user?.Id });
  });

  it('when it is not there, then the refusal names key, field and object', async () => {
    await expect(shipTo({ Customer_No__c: key })).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
      message: `Foreign key external ID: ${key} not found for field Customer_No__c in entity Account`
    });
  });

  it('when it is named by a field that is no key, or by its id as well, then that is refused', async () => {
    await expect(shipTo({ Name: 'ABF' })).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' });
    const account = await create(connection, 'Account', { Name: 'ABF', Customer_No__c: key });
    const both = { Account__c: account, Account__r: { Customer_No__c: key } };
    await expect(create(connection, 'Shipment__c', both)).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
      message: 'Cannot specify both an external ID reference Account__r and a salesforce id, Account__c'
    });
  });
});
