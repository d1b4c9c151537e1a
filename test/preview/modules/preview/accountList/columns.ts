import type { ObjectInfo } from 'preview/objectInfo';

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

interface ListField {
  /** The field whose visibility decides. */
  readonly apiName: string;
  readonly soqlField: string;
  readonly label: string;
}

const LIST_FIELDS: readonly ListField[] = [
  { apiName: 'Sage_Customer_No__c', soqlField: 'Sage_Customer_No__c', label: 'Sage Customer No.' },
  { apiName: 'Phone', soqlField: 'Phone', label: 'Phone' },
  { apiName: 'BillingCity', soqlField: 'BillingCity', label: 'Billing City' },
  { apiName: 'Industry', soqlField: 'Industry', label: 'Industry' },
  { apiName: 'OwnerId', soqlField: 'Owner.Name', label: 'Account Owner' }
];

const NAME_COLUMN: Column = {
  label: 'Account Name',
  fieldName: 'url',
  type: 'url',
  sortable: true,
  typeAttributes: { label: { fieldName: 'Name' } },
  sortKey: 'Name',
  soqlField: 'Name'
};

/** The columns that the signed-in user may see: a list view leaves out fields hidden by field-level security. */
export function toColumns({ fields }: ObjectInfo): Column[] {
  const visible = LIST_FIELDS.filter(({ apiName }) => fields[apiName] !== undefined);
  return [
    NAME_COLUMN,
    ...visible.map(({ apiName, soqlField, label }) => textColumn(apiName, soqlField, label))
  ];
}

function textColumn(apiName: string, soqlField: string, label: string): Column {
  return { label, fieldName: apiName, type: 'text', sortable: true, sortKey: apiName, soqlField };
}
