import { LightningElement, api, wire } from 'lwc';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import type { FieldReference, RecordRepresentation, WireResult } from 'lightning/uiRecordApi';
import { reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import { fieldList, fieldsOf } from './orderFields';
import { readOrderState } from './orderState';
import type { OrderState, SageOrder } from './orderState';
import { announce, askedInWords, failureInWords, labels, noneInWords, totalLines } from './orderWords';
import type { TotalLine } from './orderWords';
import { LONG_WAIT_MS, pauseBefore } from './patience';
import { progressOf } from './steps';
import type { Progress } from './steps';

/**
 * The sales order that an opportunity or order became in Sage: how far it is, its number, status and totals, or why it
 * failed. While an order is asked for, the record is read again until Sage has answered.
 */
export default class SageOrderStatus extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  readonly labels = labels;
  state: OrderState = { kind: 'loading' };
  recordProblem: Problem | undefined;
  /** Whether it takes longer than people are used to. */
  isLongWait = false;
  /** What a screen reader is told, politely. */
  announcement = '';

  private reads = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  get fields(): readonly FieldReference[] {
    return fieldList(fieldsOf(this.objectApiName));
  }

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
  handleRecord({ data, error }: WireResult<RecordRepresentation>): void {
    this.recordProblem = error === undefined ? undefined : reduceErrors(error);
    this.take(data === undefined ? { kind: 'loading' } : readOrderState(data, fieldsOf(this.objectApiName)));
  }

  connectedCallback(): void {
    if (this.isWaiting) this.readAgainLater();
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  get isLoading(): boolean {
    return this.state.kind === 'loading' && this.recordProblem === undefined;
  }

  get isHidden(): boolean {
    return this.state.kind === 'hidden';
  }

  get isWaiting(): boolean {
    return this.state.kind === 'requested';
  }

  get busy(): 'true' | 'false' {
    return this.isLoading || this.isWaiting ? 'true' : 'false';
  }

  get progress(): Progress | undefined {
    return progressOf(this.state, this.objectApiName);
  }

  get none(): string | undefined {
    return this.state.kind === 'none' ? noneInWords(this.objectApiName) : undefined;
  }

  get asked(): string | undefined {
    return this.state.kind === 'requested' ? askedInWords(this.state.action) : undefined;
  }

  get order(): SageOrder | undefined {
    return 'order' in this.state ? this.state.order : undefined;
  }

  get totals(): readonly TotalLine[] | undefined {
    const totals = this.order?.totals;
    return totals && totalLines(totals);
  }

  /** Done without an order: it was cancelled before Sage had it. */
  get note(): string | undefined {
    if (this.state.kind !== 'done') return undefined;
    return this.state.note ?? (this.order === undefined ? labels.noNumber : undefined);
  }

  get problem(): Problem | undefined {
    return this.recordProblem ?? (this.state.kind === 'failed' ? failureInWords(this.state) : undefined);
  }

  get canRefresh(): boolean {
    return this.state.kind !== 'loading' && this.state.kind !== 'hidden';
  }

  handleRefresh(): void {
    this.readAgain();
  }

  private take(state: OrderState): void {
    const wasWaiting = this.isWaiting;
    this.state = state;
    if (state.kind === 'requested' && !wasWaiting) this.beginToWait();
    if (state.kind !== 'requested') {
      clearTimeout(this.timer);
      this.isLongWait = false;
    }
    if (wasWaiting && state.kind !== 'requested') this.announcement = announce(state);
  }

  private beginToWait(): void {
    this.reads = 0;
    this.announcement = '';
    this.isLongWait = this.waitedMs() > LONG_WAIT_MS;
    this.readAgainLater();
  }

  private waitedMs(): number {
    const since = this.state.kind === 'requested' ? this.state.requestedAt : undefined;
    return since === undefined ? 0 : Date.now() - Date.parse(since);
  }

  private readAgainLater(): void {
    clearTimeout(this.timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared when the component leaves the page
    this.timer = setTimeout(() => this.readAgain(), pauseBefore(this.reads));
    this.reads += 1;
  }

  private readAgain(): void {
    if (this.recordId === undefined) return;
    notifyRecordUpdateAvailable([{ recordId: this.recordId }])
      // What failed comes through the wire.
      .catch(() => undefined)
      .then(() => this.goOnWaiting())
      .catch((error: unknown) => {
        this.recordProblem = reduceErrors(error);
      });
  }

  private goOnWaiting(): void {
    if (!this.isWaiting || !this.isConnected) return;
    this.isLongWait = this.waitedMs() > LONG_WAIT_MS;
    this.readAgainLater();
  }
}
