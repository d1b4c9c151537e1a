import { describe, expect, it } from 'vitest';
import type { RecordChange } from '../record-change.ts';
import { shippingData } from '../../testing/shipping-data.ts';

describe('an undelete', () => {
  it('when a record comes back, then all that its deletion took along does, but not what went before', () => {
    const data = shippingData();
    const account = data.insert('Account', { Name: 'ABF' });
    const contact = data.insert('Contact', { LastName: 'Doe', AccountId: account });
    const gone = data.insert('Contact', { LastName: 'Gone', AccountId: account });
    data.delete(gone);
    data.delete(account);
    data.undelete(account);
    expect([contact, gone, account].map((id) => data.get(id).IsDeleted)).toEqual([false, true, false]);
  });

  it('when the deletion emptied lookups, then those that are still empty are filled again', () => {
    const data = shippingData();
    const [top, other] = ['top', 'other'].map((Name) => data.insert('Carrier__c', { Name }));
    const [one, two] = ['1', '2'].map((Name) => data.insert('Carrier__c', { Name, Parent__c: top }));
    data.delete(String(top));
    data.update(String(two), { Parent__c: other });
    data.undelete(String(top));
    expect([one, two].map((id) => data.get(String(id)).Parent__c)).toEqual([top, other]);
  });

  it('when it is undone, then the next one still brings everything back', () => {
    const data = shippingData();
    const account = data.insert('Account', { Name: 'ABF' });
    const contact = data.insert('Contact', { LastName: 'Doe', AccountId: account });
    data.delete(account);
    const undone = () =>
      data.org.database.transaction(() => {
        data.undelete(account);
        throw new Error('no');
      });
    expect(undone).toThrow('no');
    data.undelete(account);
    expect(data.get(contact)).toMatchObject({ IsDeleted: false });
  });

  it('when a deletion is undone, then the earlier one is what is remembered', () => {
    const data = shippingData();
    const account = data.insert('Account', { Name: 'ABF' });
    const contact = data.insert('Contact', { LastName: 'Doe', AccountId: account });
    data.delete(account);
    const undone = () =>
      data.org.database.transaction(() => {
        data.undelete(account);
        data.delete(contact);
        data.delete(account);
        throw new Error('no');
      });
    expect(undone).toThrow('no');
    data.undelete(account);
    expect(data.get(contact)).toMatchObject({ IsDeleted: false });
  });

  it('when the record is not deleted, its master is, or its unique value is taken, then it is refused', () => {
    const data = shippingData();
    const account = data.insert('Account', { Name: 'ABF', Customer_No__c: '1' });
    const shipment = data.insert('Shipment__c', { Account__c: account });
    expect(() => data.undelete(account)).toThrow('entity is not in the recycle bin');
    data.delete(account);
    expect(() => data.undelete(shipment)).toThrow('parent is deleted');
    data.insert('Account', { Name: 'new', Customer_No__c: '1' });
    expect(() => data.undelete(account)).toThrow('duplicate value found: Customer_No__c');
    expect(data.get(shipment)).toMatchObject({ IsDeleted: true });
  });

  it('when records go, change and come back with others, then every one of them is noted', () => {
    const data = shippingData();
    const account = data.insert('Account', { Name: 'ABF' });
    data.insert('Shipment__c', { Account__c: account, Amount__c: 1 });
    const noted: RecordChange[] = [];
    const stop = data.org.database.onCommitted(({ changes }) => noted.push(...changes));
    data.insert('Shipment__c', { Account__c: account, Amount__c: 2 });
    data.delete(account);
    data.undelete(account);
    stop();
    expect(noted.map(({ kind, object }) => `${kind} ${object.name}`)).toEqual([
      'CREATE Shipment__c',
      'UPDATE Account',
      'DELETE Account',
      'DELETE Shipment__c',
      'DELETE Shipment__c',
      'UNDELETE Shipment__c',
      'UNDELETE Shipment__c',
      'UNDELETE Account'
    ]);
  });
});

describe('a deletion past the recycle bin', () => {
  it('when a record is deleted for good, then it and its details cannot come back', () => {
    const data = shippingData();
    const account = data.insert('Account', { Name: 'ABF' });
    const shipment = data.insert('Shipment__c', { Account__c: account });
    const object = data.org.schema.object('Account');
    if (object) data.org.dml.hardDelete(data.access, object, account);
    expect(() => data.get(account)).toThrow();
    expect(() => data.get(shipment)).toThrow();
  });
});
