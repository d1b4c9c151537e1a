import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningOrg } from '../../index.ts';
import { containing } from '../../testing/matchers.ts';
import { connectShipper, create, startShippingOrg } from '../../testing/shipping-org.ts';

let org: RunningOrg;
let connection: Connection;
let account: string;

beforeAll(async () => {
  org = await startShippingOrg();
  connection = await connectShipper(org);
});
afterAll(() => org.close());
beforeEach(async () => {
  account = await create(connection, 'Account', { Name: 'ABF' });
});

const remaining = async (soql: string): Promise<number> => (await connection.query(soql)).totalSize;

describe('a deletion', () => {
  it('when a master is deleted, then its details are too, and a query of all shows them deleted', async () => {
    const shipment = await create(connection, 'Shipment__c', { Account__c: account });
    const contact = await create(connection, 'Contact', { LastName: 'Doe', AccountId: account });
    await connection.sobject('Account').destroy(account);
    for (const [object, id] of [
      ['Shipment__c', shipment],
      ['Contact', contact]
    ]) {
      const soql = `SELECT Id, IsDeleted FROM ${object} WHERE Id = '${id}'`;
      expect(await remaining(soql)).toBe(0);
      expect((await connection.query(soql, { scanAll: true })).records).toMatchObject([{ IsDeleted: true }]);
    }
  });

  it('when a lookup restricts it, then it is DELETE_FAILED naming what holds the record', async () => {
    const carrier = await create(connection, 'Carrier__c', { Name: 'Fast' });
    const shipment = await create(connection, 'Shipment__c', { Account__c: account, Carrier__c: carrier });
    const { Name } = await connection.sobject('Shipment__c').retrieve(shipment);
    await expect(connection.sobject('Carrier__c').destroy(carrier)).rejects.toMatchObject({
      errorCode: 'DELETE_FAILED',
      message: containing(
        `Your attempt to delete Fast could not be completed because it is associated with the following shipments.: ${Name}`
      )
    });
    await connection.sobject('Shipment__c').destroy(shipment);
    await connection.sobject('Carrier__c').destroy(carrier);
    expect(await remaining(`SELECT Id FROM Carrier__c WHERE Id = '${carrier}'`)).toBe(0);
  });

  it('when a lookup does not mind, then it is emptied', async () => {
    const top = await create(connection, 'Carrier__c', { Name: 'top' });
    const branch = await create(connection, 'Carrier__c', { Name: 'branch', Parent__c: top });
    await connection.sobject('Carrier__c').destroy(top);
    expect(await connection.sobject('Carrier__c').retrieve(branch)).toMatchObject({ Parent__c: null });
  });

  it('when a deleted record is changed, deleted or named by a lookup, then it is ENTITY_IS_DELETED', async () => {
    const carrier = await create(connection, 'Carrier__c', { Name: 'gone' });
    await connection.sobject('Carrier__c').destroy(carrier);
    const attempts = [
      () => connection.sobject('Carrier__c').update({ Id: carrier, Name: 'back' }),
      () => connection.sobject('Carrier__c').destroy(carrier),
      () => create(connection, 'Shipment__c', { Account__c: account, Carrier__c: carrier })
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toMatchObject({ errorCode: 'ENTITY_IS_DELETED' });
    }
  });

  it('when an account has a won opportunity, or a user is meant, then it is refused', async () => {
    const Name = 'Big deal';
    const values = { Name, AccountId: account, StageName: 'Closed Won', CloseDate: '2026-01-31' };
    await create(connection, 'Opportunity', values);
    await expect(connection.sobject('Account').destroy(account)).rejects.toMatchObject({
      errorCode: 'DELETE_FAILED',
      message: containing(Name)
    });
    const [user] = (await connection.query('SELECT Id FROM User LIMIT 1')).records;
    await expect(connection.sobject('User').destroy(String(user?.Id))).rejects.toMatchObject({
      errorCode: 'INVALID_TYPE_FOR_OPERATION'
    });
  });
});
