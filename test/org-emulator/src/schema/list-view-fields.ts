import type { ObjectDefinition } from './object.ts';

/**
 * Names that list views have for standard fields, where they are not the field's own name in capitals (Metadata API,
 * ListView, and what orgs retrieve).
 */
const known: Readonly<Record<string, string>> = {
  CREATED_DATE: 'CreatedDate',
  CREATEDBY_USER: 'CreatedBy.Name',
  'CREATEDBY_USER.ALIAS': 'CreatedBy.Alias',
  'CREATED_BY.ALIAS': 'CreatedBy.Alias',
  'CORE.USERS.ALIAS': 'Owner.Alias',
  'CORE.USERS.FULL_NAME': 'Owner.Name',
  LAST_UPDATE: 'LastModifiedDate',
  UPDATEDBY_USER: 'LastModifiedBy.Name',
  'UPDATEDBY_USER.ALIAS': 'LastModifiedBy.Alias',
  'OWNER.ALIAS': 'Owner.Alias',
  'OWNER.FIRST_NAME': 'Owner.FirstName',
  'OWNER.LAST_NAME': 'Owner.LastName',
  RECORDTYPE: 'RecordType.Name',
  'ACCOUNT.NAME': 'Account.Name',
  'ACCOUNT.PHONE1': 'Phone',
  'ACCOUNT.ADDRESS1_CITY': 'BillingCity',
  'ACCOUNT.ADDRESS1_STATE': 'BillingState',
  'CONTACT.PHONE1': 'Phone',
  'OPPORTUNITY.NAME': 'Name',
  'ORDERS.ORDER_NUMBER': 'OrderNumber',
  'SALES.ACCOUNT.NAME': 'Account.Name'
};

/**
 * The field path (`Name`, `Owner.Alias`) behind a column or filter of a list view, or undefined. Standard fields
 * are written as `OBJECT.FIELD_NAME` or `FIELD_NAME`, custom ones by their API name.
 */
export function findListViewField(object: ObjectDefinition, column: string): string | undefined {
  if (object.name === 'Account' && column === 'ACCOUNT.NAME') return 'Name';
  const path = known[column.toUpperCase()];
  if (path !== undefined && pathExists(object, path)) return path;
  const plain = column.slice(column.lastIndexOf('.') + 1);
  const field = object.field(column) ?? object.field(plain) ?? object.field(plain.replaceAll('_', ''));
  return field?.name;
}

function pathExists(object: ObjectDefinition, path: string): boolean {
  const [first = '', second] = path.split('.');
  return second === undefined ? object.field(first) !== undefined : object.relationship(first) !== undefined;
}
