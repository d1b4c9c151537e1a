import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningOrg } from '../../index.ts';
import { connectShipper, create, startShippingOrg } from '../../testing/shipping-org.ts';

let org: RunningOrg;
let connection: Connection;

beforeAll(async () => {
  org = await startShippingOrg();
  connection = await connectShipper(org);
});
afterAll(() => org.close());

describe('formula fields', () => {
  it('when a record is read, then they are worked out from it, its parents and other formulas', async () => {
    const Account__c = await create(connection, 'Account', { Name: 'ABF' });
    const Carrier__c = await create(connection, 'Carrier__c', { Name: 'Fast' });
    const values = { Account__c, Carrier__c, Amount__c: 100, Weight__c: 3, Discount__c: 12.5 };
    const id = await create(connection, 'Shipment__c', values);
    await create(connection, 'Shipment__c', { Account__c, Amount__c: 50 });
    const { records } = await connection.query(
      `SELECT Net__c, Price_Per_Kilo__c, Addressee__c, Share__c FROM Shipment__c WHERE Id = '${id}'`
    );
    const expected = { Net__c: 87.5, Price_Per_Kilo__c: 33.33, Addressee__c: 'ABF by Fast', Share__c: 66.7 };
    expect(records).toMatchObject([expected]);
    expect(await connection.sobject('Shipment__c').retrieve(id)).toMatchObject(expected);
    await connection.sobject('Carrier__c').update({ Id: Carrier__c, Name: 'Faster' });
    expect(await connection.sobject('Shipment__c').retrieve(id)).toMatchObject({
      Addressee__c: 'ABF by Faster'
    });
  });

  it('when a formula comes to no result, then the field is empty', async () => {
    const Account__c = await create(connection, 'Account', { Name: 'ABF' });
    const id = await create(connection, 'Shipment__c', { Account__c, Amount__c: 100, Weight__c: 0 });
    expect(await connection.sobject('Shipment__c').retrieve(id)).toMatchObject({ Price_Per_Kilo__c: null });
  });
});
