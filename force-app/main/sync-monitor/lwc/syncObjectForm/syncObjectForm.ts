import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { updateRecord } from 'lightning/uiRecordApi';
import { reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import type { ChangeSchedule } from 'c/scheduleWords';
import { directions, editedFields, masters, pairs, vanishedActions } from 'c/syncObjectModel';
import type { EditableFields, PairRow } from 'c/syncObjectModel';
import { clockInWords, directionOptions, labels, masterOptions, vanishedOptions } from './formWords';

/** An input that knows what is wrong with it. */
interface Checking {
  readonly fault: string;
}

/**
 * The settings of a pair: those that hold at once, and those of the draft of its mapping. Writes the record, and closes
 * with true when it has; with nothing when it was left.
 */
export default class SyncObjectForm extends LightningModal {
  readonly labels = labels;
  readonly directionOptions = directionOptions;
  readonly masterOptions = masterOptions;
  readonly vanishedOptions = vanishedOptions;

  /** Undefined before the row has come. */
  edited: EditableFields | undefined;
  /** Why it was not saved. */
  problem: Problem | undefined;
  /** Set when it was to be saved and something was wrong. */
  isFaulty = false;
  isSaving = false;

  private shown: PairRow | undefined;

  @api
  get row(): PairRow | undefined {
    return this.shown;
  }
  set row(row: PairRow | undefined) {
    this.shown = row;
    this.edited = row?.object;
  }

  get changes(): ChangeSchedule {
    return { everySeconds: this.edited?.everySeconds, cron: this.edited?.schedule ?? '' };
  }

  get compare(): ChangeSchedule {
    return { everySeconds: undefined, cron: this.edited?.reconcileSchedule ?? '' };
  }

  get goesBothWays(): boolean {
    return this.shown !== undefined && pairs[this.shown.pair].goesBothWays;
  }

  get clock(): string {
    return clockInWords(this.shown?.sageZone);
  }

  get isDeleting(): boolean {
    return this.edited?.whenVanished === 'Delete';
  }

  handleChanges({ detail: { value } }: CustomEvent<{ value: ChangeSchedule }>): void {
    this.change({ everySeconds: value.everySeconds, schedule: value.cron });
  }

  handleCompare({ detail: { value } }: CustomEvent<{ value: ChangeSchedule }>): void {
    this.change({ reconcileSchedule: value.cron });
  }

  handleVanished({ detail: { value } }: CustomEvent<{ value: string }>): void {
    const whenVanished = vanishedActions.find((each) => each === value);
    if (whenVanished !== undefined) this.change({ whenVanished });
  }

  handlePercent({ detail: { value } }: CustomEvent<{ value: string }>): void {
    this.change({ maxVanishedPercent: value === '' ? Number.NaN : Number(value) });
  }

  handleDirection({ detail: { value } }: CustomEvent<{ value: string }>): void {
    const direction = directions.find((each) => each === value);
    if (direction !== undefined) this.change({ direction });
  }

  handleMaster({ detail: { value } }: CustomEvent<{ value: string }>): void {
    const master = masters.find((each) => each === value);
    if (master !== undefined) this.change({ master });
  }

  handleCreateInSalesforce({ detail: { checked } }: CustomEvent<{ checked: boolean }>): void {
    this.change({ createInSalesforce: checked });
  }

  handleCreateInSage({ detail: { checked } }: CustomEvent<{ checked: boolean }>): void {
    this.change({ createInSage: checked });
  }

  handleSageFilter({ detail: { value } }: CustomEvent<{ value: string }>): void {
    this.change({ sageFilter: value });
  }

  handleSalesforceFilter({ detail: { value } }: CustomEvent<{ value: string }>): void {
    this.change({ salesforceFilter: value });
  }

  handleCancel(): void {
    this.close();
  }

  handleSave(): void {
    const id = this.shown?.object?.id;
    if (id === undefined || this.edited === undefined) return;
    this.problem = undefined;
    this.isFaulty = !this.isRight(this.edited);
    if (this.isFaulty) return;
    this.isSaving = true;
    updateRecord({ fields: editedFields(id, this.edited) })
      .then(() => this.close(true))
      .catch((error: unknown) => (this.problem = reduceErrors(error)))
      .finally(() => (this.isSaving = false));
  }

  private change(change: Partial<EditableFields>): void {
    if (this.edited !== undefined) this.edited = { ...this.edited, ...change };
  }

  private isRight({ maxVanishedPercent }: EditableFields): boolean {
    const { changes, compare, sageFilter, salesforceFilter } = this.refs ?? {};
    const inputs: readonly unknown[] = [changes, compare, sageFilter, salesforceFilter];
    const isPercent =
      Number.isInteger(maxVanishedPercent) && maxVanishedPercent >= 0 && maxVanishedPercent <= 100;
    return isPercent && inputs.every((input) => !isChecking(input) || input.fault === '');
  }
}

function isChecking(input: unknown): input is Checking {
  return typeof input === 'object' && input !== null && 'fault' in input;
}
