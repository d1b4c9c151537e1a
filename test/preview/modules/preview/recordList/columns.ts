import type { ObjectInfo } from 'preview/objectInfo';
import { lookOf } from 'preview/objectLook';
import type { LookField } from 'preview/objectLook';

const SHOWN_CUSTOM_FIELDS = 5;

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
  const own = columns.length > 0 ? columns : firstCustomFields(fields);
  const visible = own.filter(({ apiName }) => fields[apiName] !== undefined);
  return [
    nameColumn(nameLabel),
    ...visible.map(({ apiName, soqlField, label }) => textColumn(apiName, soqlField, label))
  ];
}

/** Of an object whose list the shell does not know: some of the package's fields. */
function firstCustomFields(fields: ObjectInfo['fields']): LookField[] {
  return Object.values(fields)
    .filter(({ custom, dataType }) => custom && dataType !== 'TextArea')
    .slice(0, SHOWN_CUSTOM_FIELDS)
    .map(({ apiName, label }) => ({ apiName, soqlField: apiName, label }));
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
