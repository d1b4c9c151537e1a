import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { laneInWords, recordOf } from 'c/failureModel';
import type { DeadLetterDetail, FailedRecord } from 'c/failureModel';
import { fillIn } from 'c/labelText';
import type { FieldProblem, Problem } from 'c/reduceErrors';
import { actInWords, labels, stateInWords } from './detailWords';

interface Shown {
  readonly key: string;
  /** In milliseconds, the form that the relative time takes. */
  readonly at: number;
  readonly title: string;
  readonly text: string;
}

/**
 * One failure: what happened, what to do, what it was given, every attempt, and who decided what. Fires `back`, `replay`
 * with `payload` where the content was edited, and `skip`.
 */
export default class FailureDetail extends NavigationMixin(LightningElement) {
  /** Why the last decision was not taken. */
  @api problem: Problem | undefined;
  /** What came of the last decision. */
  @api announcement = '';
  @api isDeciding = false;

  readonly labels = labels;
  isEditing = false;
  isComparing = false;
  isHistoryShown = false;

  private shown: DeadLetterDetail | undefined;

  @api
  get failure(): DeadLetterDetail | undefined {
    return this.shown;
  }
  set failure(failure: DeadLetterDetail | undefined) {
    if (failure?.jobId !== this.shown?.jobId) {
      this.isComparing = false;
      this.isHistoryShown = false;
    }
    this.shown = failure;
    this.isEditing = false;
  }

  /** Puts the reader at the beginning of the failure. */
  @api
  focus(): void {
    this.template?.querySelector<HTMLElement>('[data-id="title"]')?.focus();
  }

  get name(): string {
    const { sageKey, recordId, key, jobId } = this.shown ?? {};
    return sageKey ?? recordId ?? key ?? String(jobId ?? '');
  }

  get work(): string {
    return laneInWords(this.shown?.lane ?? '');
  }

  get state(): string {
    return this.shown === undefined ? '' : stateInWords(this.shown.state);
  }

  get isDead(): boolean {
    return this.shown?.state === 'dead';
  }

  get canEdit(): boolean {
    return this.isDead && this.shown?.editable === true && !this.isEditing && this.shown.payload !== null;
  }

  get enqueuedAt(): number | undefined {
    return this.shown && Date.parse(this.shown.enqueuedAt);
  }

  get lastFailedAt(): number | undefined {
    const at = this.shown?.lastFailedAt;
    return at === undefined ? undefined : Date.parse(at);
  }

  get record(): FailedRecord | undefined {
    return this.shown && recordOf(this.shown);
  }

  /** Only what a pair keeps in step can be compared. */
  get hasComparison(): boolean {
    return this.record?.pair !== undefined && this.hasKeys;
  }

  get canCompare(): boolean {
    return this.hasComparison && !this.isComparing;
  }

  /** Whether it is known which record it is about. */
  get hasKeys(): boolean {
    const { salesforceId, sageKey, entity } = this.record ?? {};
    return salesforceId !== undefined || (sageKey !== undefined && entity !== undefined);
  }

  get canShowHistory(): boolean {
    return !this.isHistoryShown && this.hasKeys;
  }

  get attempts(): readonly Shown[] {
    return (this.shown?.errors ?? []).map(({ at, attempt, code, kind, message }, index) => ({
      key: String(index),
      at: Date.parse(at),
      title: `${fillIn(labels.attempt, String(attempt))}: ${code}, ${labels[kind]}`,
      text: message
    }));
  }

  get hasAttempts(): boolean {
    return this.attempts.length > 0;
  }

  get acts(): readonly Shown[] {
    return (this.shown?.acts ?? []).map((act, index) => ({
      key: String(index),
      at: Date.parse(act.at),
      title: actInWords(act),
      text: fillIn(labels.by, act.operator)
    }));
  }

  get hasActs(): boolean {
    return this.acts.length > 0;
  }

  get faults(): readonly FieldProblem[] {
    return this.problem?.faults ?? [];
  }

  /** A problem whose fields show it is not shown twice. */
  get panelProblem(): Problem | undefined {
    return this.isEditing && this.faults.length > 0 ? undefined : this.problem;
  }

  handleBack(): void {
    this.dispatchEvent(new CustomEvent('back'));
  }

  handleReplay(): void {
    this.dispatchEvent(new CustomEvent('replay', { detail: {} }));
  }

  handleReplayEdited({ detail }: CustomEvent<{ payload: string }>): void {
    this.dispatchEvent(new CustomEvent('replay', { detail }));
  }

  handleEdit(): void {
    this.isEditing = true;
  }

  handleCancelEdit(): void {
    this.isEditing = false;
  }

  handleSkip(): void {
    this.dispatchEvent(new CustomEvent('skip'));
  }

  handleCompare(): void {
    this.isComparing = true;
  }

  handleHistory(): void {
    this.isHistoryShown = true;
  }

  handleOpenRecord(): void {
    const recordId = this.shown?.recordId;
    if (recordId === undefined) return;
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, actionName: 'view' }
    });
  }
}
