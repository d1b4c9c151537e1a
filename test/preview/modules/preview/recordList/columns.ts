import type { ObjectInfo } from 'preview/objectInfo';
import { lookOf } from 'preview/objectLook';

/** A column of `lightning-datatable`, and where its text comes from. */
export interface Column {
  readonly label: string;
  readonly fieldName: string;
  readonly type: 'url' | 'text';
  readonly sortable: true;
  readonly typeAttributes?: { readonly label: { readonly fieldName: string } };
  /** The cell by which the column sorts: a link sorts by its text. */
  readonly sortKey: string;
  /** What the query asks for. */
  readonly soqlField: string;
}

/** The columns that the signed-in user may see: a list view leaves out fields hidden by field-level security. */
export function toColumns({ apiName: objectApiName, fields }: ObjectInfo): Column[] {
  const { columns, nameLabel } = lookOf(objectApiName);
  const visible = columns.filter(({ apiName }) => fields[apiName] !== undefined);
  return [
    nameColumn(nameLabel),
    ...visible.map(({ apiName, soqlField, label }) => textColumn(apiName, soqlField, label))
  ];
}

function nameColumn(label: string): Column {
  return {
    label,
    fieldName: 'url',
    type: 'url',
    sortable: true,
    typeAttributes: { label: { fieldName: 'Name' } },
    sortKey: 'Name',
    soqlField: 'Name'
  };
}

function textColumn(apiName: string, soqlField: string, label: string): Column {
  return { label, fieldName: apiName, type: 'text', sortable: true, sortKey: apiName, soqlField };
}
