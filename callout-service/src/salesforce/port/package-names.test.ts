import { describe, expect, it } from 'vitest';
import { packageNames } from './package-names.ts';

describe('names of the package', () => {
  it.each([
    ['an object', 'Sync_Failure__c'],
    ['an event', 'Sage_Order_Request__e'],
    ['a field', 'Sage_Sales_Order_No__c'],
    ['a field of an event', 'Order_Key__c'],
    ['a parent', 'Integration_Config__r'],
    ['children', 'Value_Mappings__r']
  ])('when %s is asked for, then it is among them', (_what, name) => {
    expect(packageNames.has(name)).toBe(true);
  });

  it('when a name is not of the package, then it is not among them', () => {
    for (const name of ['Account', 'OpportunityLineItems', 'Customer_Own__c']) {
      expect(packageNames.has(name)).toBe(false);
    }
  });
});
