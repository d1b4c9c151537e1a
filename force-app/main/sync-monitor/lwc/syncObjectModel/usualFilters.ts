import { writeFilter } from './conditions';
import type { Condition } from './conditions';
import type { PairName } from './pairs';

/** The filters of a new record for a pair, as JSON; empty where every record passes. */
export interface UsualFilters {
  readonly sage: string;
  readonly salesforce: string;
}

const IS_CUSTOMER: Condition = { field: 'Sage_Ship_To_Code__c', is: 'empty', values: [] };
const IS_SHIP_TO: Condition = { field: 'Sage_Ship_To_Code__c', is: 'not-empty', values: [] };
const IS_REGULAR: Condition = { field: 'itemType', is: 'equal', values: ['regular'] };
const IS_REQUESTED: Condition = { field: 'State__c', is: 'equal', values: ['Requested'] };

const filters: Partial<Readonly<Record<PairName, { sage?: Condition; salesforce?: Condition }>>> = {
  'Account-customer': { salesforce: IS_CUSTOMER },
  'Account-ship-to': { salesforce: IS_SHIP_TO },
  'Product2-item': { sage: IS_REGULAR },
  'PricebookEntry-price': { sage: IS_REGULAR },
  'Sage_Payment__c-payment': { salesforce: IS_REQUESTED }
};

/**
 * Those of the packaged mapping: a record's own filters hold once its mapping is published, and none would let an account
 * that is a ship-to address become a customer.
 */
export function usualFilters(pair: PairName): UsualFilters {
  const { sage, salesforce } = filters[pair] ?? {};
  const written = (condition: Condition | undefined): string =>
    writeFilter(condition === undefined ? [] : [condition]);
  return { sage: written(sage), salesforce: written(salesforce) };
}
