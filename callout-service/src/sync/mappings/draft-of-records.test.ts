import { describe, expect, it } from 'vitest';
import { accountCustomer } from '../../mapping/defaults/account-customer.ts';
import { draftOfRecords } from './draft-of-records.ts';

const head = {
  ...{ Object_Pair__c: 'Account-customer', Direction__c: 'Both', Master__c: 'Sage' },
  ...{ Create_In_Salesforce__c: true, Create_In_Sage__c: false }
};
const name = {
  ...{ Map_Key__c: 'name', Object__c: 'Account', Salesforce_Field__c: 'Name', Sage_Field__c: 'customerName' },
  ...{ Direction__c: 'Both', Conflict_Rule__c: 'Sage Wins' }
};
const draft = (...rows: object[]) => draftOfRecords({ ...head, Field_Mappings__r: rows }, accountCustomer);

describe('the draft of a mapping', () => {
  it('when rows are drawn, then they are the mapping, with what their texts mean', () => {
    const phone = {
      ...name,
      ...{ Map_Key__c: 'phone', Salesforce_Field__c: 'Phone', Sage_Field__c: 'telephoneNo, telephoneExt' },
      Transforms__c: '[{"kind":"phone","salesforce":"national"}]',
      ...{ When_Empty_Sage__c: 'Keep', When_Empty_Salesforce__c: 'Default', Default_Salesforce__c: '-' }
    };
    const { content } = draft(name, phone);
    expect(content).toMatchObject({
      direction: 'both',
      master: 'sage',
      matchKeys: accountCustomer.matchKeys
    });
    expect(content?.fields).toMatchObject([
      { id: 'name', sage: ['customerName'], conflict: 'sage-wins' },
      {
        sage: ['telephoneNo', 'telephoneExt'],
        transforms: [{ kind: 'phone' }],
        whenEmpty: { toSage: { do: 'keep' }, toSalesforce: { do: 'default', value: '-' } }
      }
    ]);
  });

  it('when none is drawn, then the fields in force stay', () => {
    expect(draft().content?.fields).toEqual(accountCustomer.fields);
  });

  it('when several things are wrong, then every one is named with its row', () => {
    const { faults } = draft(
      name,
      { ...name, Conflict_Rule__c: 'Loudest' },
      { ...name, Map_Key__c: 'city', Transforms__c: '[{"kind":' }
    );
    const fields = new Set(faults.map(({ field }) => field));
    expect([...fields]).toEqual(['name conflict', 'city transforms', 'name']);
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['LB785']));
  });
});
