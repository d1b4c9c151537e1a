import type { FieldDefinition } from '../field.ts';
import { checkbox, field, readOnly, reference } from '../field-builders.ts';

const stamped = { ...readOnly, nillable: false } as const;

/** The fields that the platform keeps on every record (Object Reference, "System Fields"). */
export const systemFields: readonly FieldDefinition[] = [
  field('CreatedDate', 'Created Date', 'datetime', stamped),
  reference('CreatedById', 'Created By ID', 'User', 'CreatedBy', stamped),
  field('LastModifiedDate', 'Last Modified Date', 'datetime', stamped),
  reference('LastModifiedById', 'Last Modified By ID', 'User', 'LastModifiedBy', stamped),
  field('SystemModstamp', 'System Modstamp', 'datetime', stamped)
];

/** When the user who asks last saw the record; the local org does not keep it. */
export const viewedFields: readonly FieldDefinition[] = [
  field('LastViewedDate', 'Last Viewed Date', 'datetime', readOnly),
  field('LastReferencedDate', 'Last Referenced Date', 'datetime', readOnly)
];

/** The owner, a user. */
export const ownerField = reference('OwnerId', 'Owner ID', 'User', 'Owner', { nillable: false });

/** `Id` and `IsDeleted`, with which every object begins. */
export function identityFields(label: string): FieldDefinition[] {
  return [
    field('Id', `${label} ID`, 'id', { length: 18, ...stamped }),
    checkbox('IsDeleted', 'Deleted', readOnly)
  ];
}
