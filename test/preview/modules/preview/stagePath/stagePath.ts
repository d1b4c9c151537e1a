import { LightningElement, api, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getFieldValue, getRecord, updateRecord } from 'lightning/uiRecordApi';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { getObjectInfo } from 'preview/objectInfo';
import { lookOf } from 'preview/objectLook';
import { messageOf, requestOrg } from 'preview/orgRequest';

interface Stage {
  readonly label: string;
  readonly value: string;
}

interface PicklistValues {
  readonly values: readonly Stage[];
}

/** The id of the record type that every object without record types has (User Interface API, Get Picklist Values). */
const MASTER_RECORD_TYPE = '012000000000000AAA';

/** A stand-in for `runtime_sales_pathassistant:pathAssistant`: the stages of a record, and a way to the next one. */
export default class StagePath extends LightningElement {
  @api objectApiName = '';
  @api recordId: string | undefined;

  stages: Stage[] = [];
  current = '';
  chosen = '';
  stageLabel = '';
  private isSaving = false;

  connectedCallback(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    const { stageField } = lookOf(this.objectApiName);
    if (stageField === undefined) return;
    const { fields } = await getObjectInfo(this.objectApiName);
    this.stageLabel = fields[stageField]?.label ?? stageField;
    const path = `/ui-api/object-info/${this.objectApiName}/picklist-values/${MASTER_RECORD_TYPE}/${stageField}`;
    const { values } = (await requestOrg(path)) as PicklistValues;
    this.stages = values.map(({ label, value }) => ({ label, value }));
  }

  get heading(): string {
    return `${lookOf(this.objectApiName).label} path`;
  }

  get stageFields(): string[] {
    const { stageField } = lookOf(this.objectApiName);
    return stageField === undefined ? [] : [`${this.objectApiName}.${stageField}`];
  }

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$stageFields' })
  wiredRecord({ data }: { data?: RecordRepresentation }): void {
    const [field] = this.stageFields;
    const value = field === undefined ? undefined : getFieldValue(data, field);
    if (typeof value !== 'string') return;
    this.current = value;
    this.chosen = value;
  }

  get isUnchanged(): boolean {
    return this.isSaving || this.chosen === this.current;
  }

  handleChoice(event: CustomEvent<{ value: string }>): void {
    this.chosen = event.detail.value;
  }

  async handleMark(): Promise<void> {
    const { stageField = '' } = lookOf(this.objectApiName);
    this.isSaving = true;
    try {
      await updateRecord({ fields: { Id: this.recordId, [stageField]: this.chosen } });
      this.dispatchEvent(new ShowToastEvent({ title: 'Stage changed successfully.', variant: 'success' }));
    } catch (error) {
      this.dispatchEvent(
        new ShowToastEvent({
          title: 'The stage was not changed.',
          message: messageOf(error),
          variant: 'error'
        })
      );
    } finally {
      this.isSaving = false;
    }
  }
}
