import type { MappingContent } from '../mapping-content.ts';
import { addressBothWays } from './address-maps.ts';
import { bothWays, fromSage, neverEmptied } from './field-maps.ts';
import { nationalPhone } from './shared-transforms.ts';

/** Ship-to addresses, each an account below that of its customer. An account becomes one when it gets a code. */
export const accountShipTo: MappingContent = {
  object: 'Account-ship-to',
  direction: 'both',
  master: 'sage',
  create: { inSalesforce: true, inSage: true },
  filter: { sage: [], salesforce: [{ field: 'Sage_Ship_To_Code__c', is: 'not-empty', values: [] }] },
  matchKeys: [],
  fields: [
    neverEmptied(bothWays('code', 'shipToCode', 'Sage_Ship_To_Code__c', 'sage-wins')),
    neverEmptied(bothWays('name', 'name', 'Name', 'newest')),
    ...addressBothWays('address', 'Shipping', 'newest'),
    bothWays('phone', ['telephoneNo', 'telephoneExt'], 'Phone', 'newest', nationalPhone),
    bothWays('fax', 'faxNo', 'Fax', 'newest', nationalPhone),
    bothWays('email', 'emailAddress', 'Sage_Email__c', 'newest'),
    bothWays('ship-via', 'shipVia', 'Sage_Ship_Method__c', 'sage-wins'),
    fromSage('tax-schedule', 'taxSchedule', 'Sage_Tax_Schedule__c'),
    fromSage('salesperson', 'salesperson', 'Sage_Salesperson__c')
  ]
};
