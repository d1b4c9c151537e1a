import type { ObjectDefinition } from '../../schema/object.ts';
import { accountRules } from './account.ts';
import { opportunityLineItemRules } from './opportunity-line-item.ts';
import { opportunityRules } from './opportunity.ts';
import { orderItemRules } from './order-item.ts';
import { orderRules } from './order.ts';
import { permissionSetAssignmentRules } from './permission-set-assignment.ts';
import { pricebook2Rules } from './pricebook2.ts';
import { pricebookEntryRules } from './pricebook-entry.ts';
import { product2Rules } from './product2.ts';
import type { StandardRules } from './standard-rules.ts';
import { userRules } from './user.ts';

const rules = new Map<string, StandardRules>([
  ['Account', accountRules],
  ['Opportunity', opportunityRules],
  ['OpportunityLineItem', opportunityLineItemRules],
  ['Order', orderRules],
  ['OrderItem', orderItemRules],
  ['PermissionSetAssignment', permissionSetAssignmentRules],
  ['Pricebook2', pricebook2Rules],
  ['PricebookEntry', pricebookEntryRules],
  ['Product2', product2Rules],
  ['User', userRules]
]);

const noRules: StandardRules = {};

/** What the platform itself does to records of the object. */
export function standardRulesOf(object: ObjectDefinition): StandardRules {
  return rules.get(object.name) ?? noRules;
}
