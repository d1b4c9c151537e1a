import { LightningElement, api, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import type { FieldValue, RecordRepresentation } from 'lightning/uiRecordApi';
import { getObjectInfo } from 'preview/objectInfo';
import type { FieldInfo } from 'preview/objectInfo';
import { lookOf } from 'preview/objectLook';

interface Detail {
  readonly apiName: string;
  readonly label: string;
  readonly dataType: string;
  readonly field: FieldValue;
}

/** A stand-in for `force:detailPanel`: the fields that the user may see, in two columns. */
export default class RecordDetails extends LightningElement {
  @api objectApiName = '';
  @api recordId: string | undefined;

  /** Undefined until the org has said which fields this user may see. */
  fieldNames: string[] | undefined;
  private shown: FieldInfo[] = [];
  private fields: RecordRepresentation['fields'] = {};

  connectedCallback(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    const { fields } = await getObjectInfo(this.objectApiName);
    const standard = lookOf(this.objectApiName).details.flatMap((name) => fields[name] ?? []);
    this.shown = [...standard, ...Object.values(fields).filter(({ custom }) => custom)];
    this.fieldNames = this.shown.map(({ apiName }) => `${this.objectApiName}.${apiName}`);
  }

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fieldNames' })
  wiredRecord({ data }: { data?: RecordRepresentation }): void {
    this.fields = data?.fields ?? {};
  }

  get details(): Detail[] {
    return this.shown.flatMap(({ apiName, label, dataType }) => {
      const field = this.fields[apiName];
      return field ? [{ apiName, label, dataType, field }] : [];
    });
  }
}
