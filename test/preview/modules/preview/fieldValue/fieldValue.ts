import { LightningElement, api } from 'lwc';
import type { FieldValue as UiApiFieldValue } from 'lightning/uiRecordApi';

/** A field as a record page shows it, by its data type. */
export default class FieldValue extends LightningElement {
  @api field: UiApiFieldValue | undefined;
  @api fieldType = '';

  get isEmpty(): boolean {
    return this.field?.value === null || this.field?.value === undefined || this.field.value === '';
  }

  get isCurrency(): boolean {
    return this.fieldType === 'Currency' && !this.isEmpty;
  }

  get isDate(): boolean {
    return this.fieldType === 'Date' && !this.isEmpty;
  }

  get isDateTime(): boolean {
    return this.fieldType === 'DateTime' && !this.isEmpty;
  }

  get isBoolean(): boolean {
    return this.fieldType === 'Boolean';
  }

  get value(): unknown {
    return this.field?.value;
  }

  get isChecked(): boolean {
    return this.field?.value === true;
  }

  get text(): string {
    if (this.isEmpty) return '';
    return this.field?.displayValue ?? String(this.field?.value);
  }
}
