import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import type { ObjectInfo, PicklistValues } from 'lightning/uiObjectInfoApi';
import { createRecord, getRecord, updateRecord } from 'lightning/uiRecordApi';
import type { FieldReference, RecordRepresentation, WireResult } from 'lightning/uiRecordApi';
import CONFIG from '@salesforce/schema/Integration_Config__c';
import { reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import { COMPANY_FIELDS } from './companyFields';
import { changedValues, firstValues, valuesOf } from './companyValues';
import type { FormValue, FormValues } from './companyValues';
import { formSections } from './formRows';
import type { FormRow } from './formRows';
import { labels } from './formWords';
import { readSaveFaults } from './saveFaults';

/** A base input, as far as the form asks it. */
interface Input extends HTMLElement {
  readonly value?: unknown;
  readonly checked?: boolean;
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

const NOTHING: FormValues = new Map();

/** What holds for one Sage company, to be filled in and saved. Fires `saved` with the record's id. */
export default class CompanyForm extends LightningElement {
  /** The company; undefined where none is set up yet, which makes it a form for a new one. */
  @api recordId: string | undefined;

  readonly labels = labels;
  readonly objectApiName = CONFIG.objectApiName;
  readonly fields: readonly FieldReference[] = COMPANY_FIELDS;
  info: ObjectInfo | undefined;
  picklists: Readonly<Record<string, PicklistValues>> | undefined;
  problem: Problem | undefined;
  isSaving = false;
  /** What a screen reader is told, politely. */
  announcement = '';

  private saved: FormValues | undefined;
  private edited: FormValues = NOTHING;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  handleInfo({ data, error }: WireResult<ObjectInfo>): void {
    this.info = data;
    if (error !== undefined) this.problem = reduceErrors(error);
  }

  @wire(getPicklistValuesByRecordType, {
    objectApiName: '$objectApiName',
    recordTypeId: '$recordTypeId'
  })
  handlePicklists({
    data,
    error
  }: WireResult<{ readonly picklistFieldValues: Readonly<Record<string, PicklistValues>> }>): void {
    this.picklists = data?.picklistFieldValues;
    if (error !== undefined) this.problem = reduceErrors(error);
  }

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
  handleRecord({ data, error }: WireResult<RecordRepresentation>): void {
    if (data !== undefined) this.saved = valuesOf(data);
    if (error !== undefined) this.problem = reduceErrors(error);
  }

  get recordTypeId(): string | undefined {
    return this.info?.defaultRecordTypeId ?? undefined;
  }

  get isNew(): boolean {
    return this.recordId === undefined;
  }

  get isLoading(): boolean {
    return this.sections === undefined && this.problem === undefined;
  }

  get sections(): readonly { readonly heading: string; readonly rows: readonly FormRow[] }[] | undefined {
    const { info, picklists, before } = this;
    if (info === undefined || picklists === undefined || before === undefined) return undefined;
    return formSections(info, picklists, new Map([...before, ...this.edited]));
  }

  get maySave(): boolean {
    return this.isNew ? this.info?.createable === true : this.info?.updateable === true;
  }

  get isLocked(): boolean {
    return this.isSaving || !this.maySave;
  }

  get saveLabel(): string {
    return this.isSaving ? labels.saving : labels.save;
  }

  handleChange(event: CustomEvent<{ value?: unknown; checked?: boolean }>): void {
    const input = event.currentTarget;
    if (!isInput(input)) return;
    const { name } = input.dataset;
    if (name === undefined) return;
    input.setCustomValidity('');
    this.announcement = '';
    this.edited = new Map([...this.edited, [name, changedTo(event.detail)]]);
  }

  handleSave(): void {
    const valid = this.inputs().map((input) => {
      input.setCustomValidity('');
      return input.reportValidity();
    });
    if (!valid.includes(false)) this.save().catch((error: unknown) => this.fail(error));
    else this.inputs()[valid.indexOf(false)]?.focus();
  }

  /** What the edits are compared with: the record, or nothing where there is none. */
  private get before(): FormValues | undefined {
    if (!this.isNew) return this.saved;
    return this.picklists && firstValues(this.picklists);
  }

  private async save(): Promise<void> {
    this.isSaving = true;
    this.problem = undefined;
    this.announcement = '';
    const id = this.isNew ? await this.create() : await this.update();
    this.isSaving = false;
    this.edited = NOTHING;
    this.announcement = labels.saved;
    this.dispatchEvent(new CustomEvent('saved', { detail: { recordId: id } }));
  }

  private async create(): Promise<string> {
    const wanted = new Map([...(this.before ?? NOTHING), ...this.edited]);
    const { id } = await createRecord({
      apiName: this.objectApiName,
      fields: changedValues(new Map([...wanted.keys()].map((name) => [name, ''])), wanted)
    });
    return id;
  }

  private async update(): Promise<string> {
    const id = this.recordId ?? '';
    const fields = changedValues(
      this.before ?? NOTHING,
      new Map([...(this.before ?? NOTHING), ...this.edited])
    );
    await updateRecord({ fields: { ...fields, Id: id } });
    return id;
  }

  private fail(error: unknown): void {
    this.isSaving = false;
    const { byField, problem } = readSaveFaults(error);
    this.problem = problem;
    // Inputs that are disabled while it saves report nothing; the render that comes first enables them.
    Promise.resolve()
      .then(() => this.showFaults(byField))
      .catch((failure: unknown) => {
        this.problem = reduceErrors(failure);
      });
  }

  private showFaults(byField: ReadonlyMap<string, string>): void {
    const faulty = this.inputs().filter(({ dataset }) => byField.has(dataset.name ?? ''));
    faulty.forEach((input) => {
      input.setCustomValidity(byField.get(input.dataset.name ?? '') ?? '');
      input.reportValidity();
    });
    faulty[0]?.focus();
  }

  private inputs(): Input[] {
    return [...(this.template?.querySelectorAll('[data-name]') ?? [])].filter(isInput);
  }
}

function isInput(element: unknown): element is Input {
  return element instanceof HTMLElement && 'reportValidity' in element;
}

function changedTo({ value, checked }: { value?: unknown; checked?: boolean }): FormValue {
  if (checked !== undefined) return checked;
  if (Array.isArray(value)) return value.join(';');
  return typeof value === 'string' ? value : '';
}
