import type { DeleteConstraint, FieldDefinition } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { Schema } from '../../schema/schema.ts';

/** A lookup by which records of an object belong to another, and what a deletion of the other does to them. */
export interface ChildLookup {
  readonly object: ObjectDefinition;
  readonly field: FieldDefinition;
  readonly onDelete: DeleteConstraint;
}

/**
 * What a deletion does where the platform decides it (Object Reference, usage notes of each object, and
 * Salesforce Help, "Considerations for Deleting Accounts").
 */
const standardDeletions: Readonly<Record<string, DeleteConstraint>> = {
  'Contact.AccountId': 'Cascade',
  'Opportunity.AccountId': 'Cascade',
  'Opportunity.Pricebook2Id': 'Restrict',
  'OpportunityLineItem.PricebookEntryId': 'Restrict',
  'OpportunityLineItem.Product2Id': 'Restrict',
  'Order.AccountId': 'Cascade',
  'Order.Pricebook2Id': 'Restrict',
  'OrderItem.PricebookEntryId': 'Restrict',
  'OrderItem.Product2Id': 'Restrict',
  'PermissionSetAssignment.PermissionSetId': 'Cascade'
};

/** The lookups that lead to an object, without those that only say who made or changed a record. */
export function childLookups(schema: Schema, parent: ObjectDefinition): ChildLookup[] {
  return schema
    .childRelationships(parent)
    .filter(({ object }) => object.options.kind === 'record')
    .filter(({ field }) => field.custom || field.createable || field.updateable)
    .map(({ object, field }) => ({ object, field, onDelete: deletionOf(object, field) }));
}

function deletionOf(object: ObjectDefinition, field: FieldDefinition): DeleteConstraint {
  if (field.masterDetail) return 'Cascade';
  return standardDeletions[`${object.name}.${field.name}`] ?? field.deleteConstraint;
}
