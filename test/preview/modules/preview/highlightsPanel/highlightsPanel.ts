import { LightningElement, api, wire } from 'lwc';
import { getFieldDisplayValue, getFieldValue, getRecord } from 'lightning/uiRecordApi';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { lookOf } from 'preview/objectLook';
import type { ObjectLook } from 'preview/objectLook';

interface Highlight {
  readonly label: string;
  readonly text: string;
}

/** A stand-in for `force:highlightsPanel`: the record's name and the fields of a compact layout. */
export default class HighlightsPanel extends LightningElement {
  @api objectApiName = '';
  @api recordId: string | undefined;

  get look(): ObjectLook {
    return lookOf(this.objectApiName);
  }

  get nameField(): string[] {
    return [`${this.objectApiName}.Name`];
  }

  get highlightFields(): string[] {
    return this.look.highlights.map(({ soqlField }) => `${this.objectApiName}.${soqlField}`);
  }

  @wire(getRecord, { recordId: '$recordId', fields: '$nameField', optionalFields: '$highlightFields' })
  record: { data?: RecordRepresentation } | undefined;

  get name(): string {
    return textOf(this.record?.data, `${this.objectApiName}.Name`);
  }

  get highlights(): Highlight[] {
    return this.look.highlights
      .map(({ label, soqlField }) => ({
        label,
        text: textOf(this.record?.data, `${this.objectApiName}.${soqlField}`)
      }))
      .filter(({ text }) => text !== '');
  }
}

function textOf(record: RecordRepresentation | undefined, field: string): string {
  const value = getFieldDisplayValue(record, field) ?? getFieldValue(record, field);
  return typeof value === 'string' ? value : '';
}
