import { describe, expect, it } from 'vitest';
import { contentOf, contextOf, fieldMap } from '../merge/test-support/mappings.ts';
import { matchValues } from './match-values.ts';

const content = contentOf(
  [
    fieldMap({ id: 'name', sage: ['customerName'], salesforce: ['Name'] }),
    fieldMap({
      id: 'phone',
      sage: ['telephoneNo', 'telephoneExt'],
      salesforce: ['Phone'],
      transforms: [{ kind: 'phone', salesforce: 'national' }]
    }),
    fieldMap({
      id: 'street',
      sage: ['address.addressLine1', 'address.addressLine2'],
      salesforce: ['BillingStreet'],
      transforms: [{ kind: 'street-lines' }]
    }),
    fieldMap({ id: 'zip', sage: ['address.zipCode'], salesforce: ['BillingPostalCode'] }),
    fieldMap({ id: 'email', sage: ['emailAddress'], salesforce: ['Email__c'] }),
    fieldMap({ id: 'item', sage: ['itemCode'], salesforce: ['ProductCode'] })
  ],
  { matchKeys: [['name', 'zip'], ['phone'], ['street'], ['email'], ['item']] }
);

const sage = {
  customerName: 'THE SMITH & CO., INC.',
  telephoneNo: '414.555.4787',
  telephoneExt: '12',
  'address.addressLine1': '123 MAIN STREET',
  'address.addressLine2': 'SUITE 100',
  'address.zipCode': '53201-1234',
  emailAddress: 'Office@Smith.com',
  itemCode: 'A-1'
};
const salesforce = {
  Name: 'Smith',
  Phone: '+1 414 555 4787',
  BillingStreet: '123 Main St, Ste 100',
  BillingPostalCode: '53201',
  Email__c: 'office@smith.com ',
  ProductCode: 'a-1'
};

describe('matchValues', () => {
  it('when both sides mean the same by each key, then their texts are equal', () => {
    const ofSage = matchValues(content, 'sage', sage, contextOf());
    expect(ofSage).toEqual(matchValues(content, 'salesforce', salesforce, contextOf()));
    expect(ofSage).not.toContain(null);
  });

  it('when a record lacks a part of a key, then it is found by no other one by that key', () => {
    expect(matchValues(content, 'salesforce', { Name: 'Smith' }, contextOf())).toEqual([
      null,
      null,
      null,
      null,
      null
    ]);
  });

  it('when codes differ by a mark, then they are different', () => {
    const other = matchValues(content, 'salesforce', { ProductCode: 'A1' }, contextOf()).at(4);
    expect(other).not.toBe(matchValues(content, 'sage', sage, contextOf()).at(4));
  });
});
