import { pairableHeaderFields } from '../../rules/order-draft/header-draft.ts';
import { pairableLineFields } from '../../rules/order-draft/line-drafts.ts';
import type { FieldPair } from './integration-settings.ts';

/** Fields of a new customer that a field pair may fill; UDF_ columns besides. Name, address and phone come of themselves. */
export const pairableCustomerFields = [
  'termsCode',
  'salesperson',
  'taxSchedule',
  'priceLevel',
  'customerType',
  'shipMethod',
  'comment',
  'sortField',
  'creditLimit',
  'faxNo',
  'emailAddress',
  'urlAddress'
] as const;

/** The same of a new contact. */
export const pairableContactFields = [
  'contactTitle',
  'salutation',
  'telephoneNo2',
  'telephoneExt2',
  'faxNo',
  'emailAddress',
  'notes'
] as const;

/** Fields of Sage that pairs may fill, by the object of Salesforce that fills them. */
export const pairableFields: Readonly<Record<FieldPair['object'], readonly string[]>> = {
  Opportunity: pairableHeaderFields,
  Order: pairableHeaderFields,
  OpportunityLineItem: pairableLineFields,
  OrderItem: pairableLineFields,
  Account: pairableCustomerFields,
  Contact: pairableContactFields
};
