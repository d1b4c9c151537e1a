import { LightningElement, api, wire } from 'lwc';
import { getFieldDisplayValue, getFieldValue, getRecord } from 'lightning/uiRecordApi';
import type { RecordRepresentation } from 'lightning/uiRecordApi';

interface Highlight {
  readonly label: string;
  readonly text: string;
}

const HIGHLIGHTS: readonly { label: string; field: string }[] = [
  { label: 'Sage Customer No.', field: 'Account.Sage_Customer_No__c' },
  { label: 'Phone', field: 'Account.Phone' },
  { label: 'Website', field: 'Account.Website' },
  { label: 'Industry', field: 'Account.Industry' },
  { label: 'Account Owner', field: 'Account.Owner.Name' }
];

/** A stand-in for `force:highlightsPanel`: the record's name and the fields of a compact layout. */
export default class HighlightsPanel extends LightningElement {
  @api objectApiName = '';
  @api recordId: string | undefined;

  readonly nameField = ['Account.Name'];
  readonly highlightFields = HIGHLIGHTS.map(({ field }) => field);

  @wire(getRecord, { recordId: '$recordId', fields: '$nameField', optionalFields: '$highlightFields' })
  record: { data?: RecordRepresentation } | undefined;

  get name(): string {
    return textOf(this.record?.data, 'Account.Name');
  }

  get highlights(): Highlight[] {
    return HIGHLIGHTS.map(({ label, field }) => ({ label, text: textOf(this.record?.data, field) })).filter(
      ({ text }) => text !== ''
    );
  }
}

function textOf(record: RecordRepresentation | undefined, field: string): string {
  const value = getFieldDisplayValue(record, field) ?? getFieldValue(record, field);
  return typeof value === 'string' ? value : '';
}
