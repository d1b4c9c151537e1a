import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningOrg } from '../../index.ts';
import { matching } from '../../testing/matchers.ts';
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

const ship = (values: Record<string, unknown>): Promise<string> =>
  create(connection, 'Shipment__c', { Account__c: account, ...values });
const read = (id: string) => connection.sobject('Shipment__c').retrieve(id);

describe('a new record', () => {
  it('when it brings no values, then it has its number, defaults and default formulas', async () => {
    const first = await read(await ship({}));
    const second = await read(await ship({ State__c: null, Due__c: '2026-01-31' }));
    expect(first).toMatchObject({ Name: matching(/^S-\d{4}$/), State__c: 'Planned' });
    const days = (Date.parse(String(first.Due__c)) - Date.parse(String(first.CreatedDate))) / 86_400_000;
    expect(Math.ceil(days)).toBe(30);
    expect(Number(String(second.Name).slice(2))).toBe(Number(String(first.Name).slice(2)) + 1);
    expect(second).toMatchObject({ State__c: null, Due__c: '2026-01-31' });
  });

  it('when a custom object record has no name, then its id is its name, also after the name is emptied', async () => {
    const id = await create(connection, 'Carrier__c', {});
    expect(await connection.sobject('Carrier__c').retrieve(id)).toMatchObject({ Name: id });
    await connection.sobject('Carrier__c').update({ Id: id, Name: 'Fast' });
    await connection.sobject('Carrier__c').update({ Id: id, Name: null });
    expect(await connection.sobject('Carrier__c').retrieve(id)).toMatchObject({ Name: id });
  });

  it('when numbers and times have more digits than the field, then they are rounded and completed', async () => {
    const id = await ship({ Amount__c: 10.005, Weight__c: '2.00049' });
    expect(await read(id)).toMatchObject({ Amount__c: 10.01, Weight__c: 2 });
    const carrier = await create(connection, 'Carrier__c', { Pickup__c: '17:05' });
    expect(await connection.sobject('Carrier__c').retrieve(carrier)).toMatchObject({
      Pickup__c: '17:05:00.000Z'
    });
  });

  it.each([
    ['a formula field', { Net__c: 1 }, 'INVALID_FIELD_FOR_INSERT_UPDATE'],
    ['the auto number', { Name: 'S-1' }, 'INVALID_FIELD_FOR_INSERT_UPDATE'],
    ['a time that no clock shows', { Pickup__c: '25:00' }, 'INVALID_FIELD'],
    [
      'a state that the picklist does not have',
      { State__c: 'Eaten' },
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'
    ],
    ['an empty master', { Account__c: null }, 'REQUIRED_FIELD_MISSING'],
    ['a malformed master', { Account__c: 'ABF' }, 'MALFORMED_ID'],
    ['an id of another object', { Account__c: '003000000000001AAA' }, 'FIELD_INTEGRITY_EXCEPTION'],
    ['an unknown master', { Account__c: '001000000000001AAA' }, 'INVALID_CROSS_REFERENCE_KEY']
  ])('when it brings %s, then it is refused', async (_what, values, errorCode) => {
    await expect(ship(values)).rejects.toMatchObject({ errorCode });
  });
});

describe('ids', () => {
  it('when an id has 15 characters, or 18 in other cases, then it names the same record', async () => {
    const carrier = await create(connection, 'Carrier__c', { Name: 'Fast' });
    const short = await ship({ Carrier__c: carrier.slice(0, 15) });
    const lost = await ship({ Carrier__c: carrier.toUpperCase() });
    expect([await read(short), await read(lost)]).toMatchObject([
      { Carrier__c: carrier },
      { Carrier__c: carrier }
    ]);
  });
});

describe('validation rules', () => {
  it('when one is broken, then its message and field are told, and nothing is stored', async () => {
    await expect(ship({ Amount__c: -1 })).rejects.toMatchObject({
      errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: 'An amount cannot be negative.'
    });
    const stored = await connection.query(`SELECT Id FROM Shipment__c WHERE Account__c = '${account}'`);
    expect(stored.totalSize).toBe(0);
  });

  it('when two are broken, then both are told', async () => {
    const [result] = await connection
      .sobject('Shipment__c')
      .create([{ Account__c: account, Amount__c: -1, State__c: 'Sent' }]);
    expect(result?.errors).toMatchObject([
      { message: 'An amount cannot be negative.', fields: ['Amount__c'] },
      { message: 'What is sent has a date.', fields: [] }
    ]);
  });

  it('when a rule asks what a value was, then it knows', async () => {
    const id = await ship({ State__c: 'Sent', Shipped_On__c: '2026-03-01' });
    const back = connection.sobject('Shipment__c').update({ Id: id, State__c: 'Planned' });
    await expect(back).rejects.toMatchObject({ message: 'What is sent is not planned any more.' });
    await connection.sobject('Shipment__c').update({ Id: id, State__c: 'Lost' });
    await connection.sobject('Shipment__c').update({ Id: id, State__c: 'Planned' });
    expect(await read(id)).toMatchObject({ State__c: 'Planned' });
  });
});

describe('record types', () => {
  it('when a type does not offer a value, then records of that type cannot have it', async () => {
    const types = await connection.query(
      "SELECT Id, DeveloperName FROM RecordType WHERE SobjectType = 'Shipment__c'"
    );
    const idOf = (name: string) => types.records.find(({ DeveloperName }) => DeveloperName === name)?.Id;
    await expect(ship({ RecordTypeId: idOf('Parcel'), State__c: 'Lost' })).rejects.toMatchObject({
      errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'
    });
    await expect(ship({ RecordTypeId: idOf('Pallet'), State__c: 'Lost' })).resolves.toMatch(/^a/);
  });
});

describe('a change', () => {
  it('when it names another master, or one of the system’s fields, then it is refused', async () => {
    const id = await ship({});
    const other = await create(connection, 'Account', { Name: 'other' });
    for (const change of [
      { Account__c: other },
      { CreatedDate: '2020-01-01T00:00:00Z' },
      { IsDeleted: true }
    ]) {
      await expect(connection.sobject('Shipment__c').update({ Id: id, ...change })).rejects.toMatchObject({
        errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE'
      });
    }
  });

  it('when a record is put below itself, at once or over another, then the hierarchy holds', async () => {
    const top = await create(connection, 'Carrier__c', { Name: 'top' });
    const branch = await create(connection, 'Carrier__c', { Name: 'branch', Parent__c: top });
    for (const Parent__c of [top, branch]) {
      await expect(connection.sobject('Carrier__c').update({ Id: top, Parent__c })).rejects.toMatchObject({
        errorCode: 'CIRCULAR_DEPENDENCY'
      });
    }
  });

  it('when several values do not fit, then all are told', async () => {
    const [result] = await connection
      .sobject('Carrier__c')
      .create([{ Name: 'x'.repeat(81), Code__c: '12345678901', Email__c: 'nobody' }]);
    expect(result?.errors).toMatchObject([
      { statusCode: 'STRING_TOO_LONG', fields: ['Name'] },
      { statusCode: 'STRING_TOO_LONG', fields: ['Code__c'] },
      { statusCode: 'INVALID_EMAIL_ADDRESS', fields: ['Email__c'] }
    ]);
  });

  it('when a unique field tells case apart, then only the same case is a duplicate', async () => {
    await create(connection, 'Carrier__c', { Code__c: 'abc' });
    await create(connection, 'Carrier__c', { Code__c: 'ABC' });
    await expect(create(connection, 'Carrier__c', { Code__c: 'abc' })).rejects.toMatchObject({
      errorCode: 'DUPLICATE_VALUE'
    });
  });
});
