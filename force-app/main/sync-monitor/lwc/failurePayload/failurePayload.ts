import { LightningElement, api } from 'lwc';
import { fillIn } from 'c/labelText';
import type { FieldProblem } from 'c/reduceErrors';
import { editableContent } from './editableContent';
import { labels } from './payloadWords';
import { scalarFields, withScalar } from './scalarFields';
import type { ScalarField } from './scalarFields';

interface FieldRow extends ScalarField {
  readonly isFlag: boolean;
  readonly fault: string | undefined;
  readonly invalid: 'true' | 'false';
  readonly className: string;
}

/**
 * The content of a failed job: as a list while it is read; while it is edited as a form made from its values, or as JSON.
 * Fires `replay` with `payload`, the JSON text of what was entered, and `cancel`.
 */
export default class FailurePayload extends LightningElement {
  @api original: unknown;
  @api editable = false;
  /** What the service said is wrong with what was entered. */
  @api faults: readonly FieldProblem[] = [];
  /** Whether what was entered is being sent. */
  @api isSending = false;

  readonly labels = labels;
  readonly modes = [
    { label: labels.form, value: 'form' },
    { label: labels.raw, value: 'raw' }
  ];
  mode = 'form';
  content: unknown;
  json = '';

  private given: unknown;
  private editing = false;

  @api
  get payload(): unknown {
    return this.given;
  }
  set payload(payload: unknown) {
    this.given = payload;
    this.begin();
  }

  @api
  get isEditing(): boolean {
    return this.editing;
  }
  set isEditing(isEditing: boolean) {
    if (isEditing && !this.editing) this.begin();
    this.editing = isEditing;
  }

  get isTooLarge(): boolean {
    return this.given === null || this.given === undefined;
  }

  get isNotEditable(): boolean {
    return !this.editable;
  }

  get isForm(): boolean {
    return this.mode === 'form';
  }

  get fields(): readonly FieldRow[] {
    return scalarFields(this.editing ? this.content : this.given).map((field) => {
      const fault = this.faultOf(field.path);
      return {
        ...field,
        isFlag: field.kind === 'flag',
        text: field.kind === 'flag' ? String(field.isOn) : field.text,
        fault,
        invalid: fault === undefined ? 'false' : 'true',
        className: fault === undefined ? 'slds-form-element' : 'slds-form-element slds-has-error'
      };
    });
  }

  /** Faults that no field of the form shows. */
  get otherFaults(): readonly { readonly key: string; readonly field: string; readonly text: string }[] {
    const shown = new Set(this.isForm ? this.fields.map(({ path }) => path) : []);
    return this.faults
      .filter(({ field }) => !shown.has(field))
      .map((fault, index) => ({ key: String(index), field: fault.field, text: wordsOf(fault) }));
  }

  get hasOtherFaults(): boolean {
    return this.otherFaults.length > 0;
  }

  get originalJson(): string | undefined {
    const { original } = this;
    return original === null || original === undefined ? undefined : JSON.stringify(original, null, 2);
  }

  get jsonFault(): string | undefined {
    try {
      JSON.parse(this.json);
      return undefined;
    } catch (error) {
      return fillIn(labels.noJson, error instanceof Error ? error.message : '');
    }
  }

  get isUnchanged(): boolean {
    if (!this.isForm && this.jsonFault !== undefined) return false;
    return this.entered === JSON.stringify(this.given);
  }

  get isNotSendable(): boolean {
    return this.isSending || this.isUnchanged || (!this.isForm && this.jsonFault !== undefined);
  }

  handleMode({ detail: { value } }: CustomEvent<{ value: string }>): void {
    // What was entered goes along, as far as it can be read.
    if (value === 'raw') this.json = JSON.stringify(this.content, null, 2);
    else if (this.jsonFault === undefined) this.content = JSON.parse(this.json);
    else return;
    this.mode = value;
  }

  handleField({ currentTarget }: Event): void {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    const { checked, dataset, type, value } = currentTarget;
    this.content = withScalar(this.content, dataset.path ?? '', type === 'checkbox' ? checked : value);
  }

  handleJson({ detail: { value } }: CustomEvent<{ value: string }>): void {
    this.json = value;
  }

  handleReplay(): void {
    this.dispatchEvent(new CustomEvent('replay', { detail: { payload: this.entered } }));
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  private get entered(): string {
    return this.isForm ? JSON.stringify(this.content) : JSON.stringify(JSON.parse(this.json));
  }

  private begin(): void {
    this.content = editableContent(this.given);
    this.json = this.isTooLarge ? '' : JSON.stringify(this.content, null, 2);
  }

  private faultOf(path: string): string | undefined {
    const found = this.faults.filter(({ field }) => field === path).map(wordsOf);
    return found.length === 0 ? undefined : found.join(' ');
  }
}

function wordsOf({ code, problem, fix }: FieldProblem): string {
  return fillIn(labels.fault, code, problem, fix);
}
