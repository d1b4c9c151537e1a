import { LightningElement, api, wire } from 'lwc';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { recordPages } from 'preview-metadata/pages';
import type { LightningPageMetadata } from 'preview-metadata/pages';
import { messageOf } from 'preview/orgRequest';
import { usualRecordPage } from './usualRecordPage';

interface WireResult {
  readonly data?: RecordRepresentation;
  readonly error?: unknown;
}

/** A record's page as the package's Lightning page lays it out, or why the user cannot see it. */
export default class RecordPage extends LightningElement {
  @api objectApiName = '';
  @api recordId: string | undefined;

  isReady = false;
  error: string | undefined;

  get nameField(): string[] {
    return [`${this.objectApiName}.Name`];
  }

  @wire(getRecord, { recordId: '$recordId', fields: '$nameField' })
  wiredRecord({ data, error }: WireResult): void {
    this.isReady = data !== undefined;
    this.error = error === undefined ? undefined : messageOf(error);
    const name = getFieldValue(data, `${this.objectApiName}.Name`);
    document.title =
      typeof name === 'string' ? `${name} | ${this.objectApiName} | Ledger Bridge` : 'Ledger Bridge';
  }

  get page(): LightningPageMetadata {
    return recordPages[this.objectApiName] ?? usualRecordPage;
  }
}
