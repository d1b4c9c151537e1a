import { LightningElement, api, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { getObjectInfo, getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import type { ObjectInfo, PicklistValues } from 'lightning/uiObjectInfoApi';
import type { WireResult } from 'lightning/uiRecordApi';
import SYNC_OBJECT from '@salesforce/schema/Sync_Object__c';
import PAIR from '@salesforce/schema/Sync_Object__c.Object_Pair__c';
import { tabPage } from 'c/packageName';
import { reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import { ask } from 'c/sageOperation';
import type { Asked, Transport } from 'c/sageOperation';
import type { StepState } from 'c/setupStep';
import { readRunIds, readRunPage } from 'c/syncRun';
import type { SyncRun } from 'c/syncRun';
import { countedIn, readEstimate, totalOf } from './estimate';
import type { Estimate } from './estimate';
import { estimateRows, totalRow } from './estimateRows';
import type { EstimateRow, TotalRow } from './estimateRows';
import { lastLoads, loadState, runsUnderWay } from './loadState';
import { announceEstimate, labels } from './loadWords';
import { inLoadOrder } from './pairOrder';

/** Counting a large table takes Sage a while. */
const ESTIMATE_TIMEOUT_MS = 120_000;
const NEWEST_RUNS = 100;
const NO_RUNS: ReadonlyMap<string, SyncRun> = new Map();
const NOT_COUNTED: ReadonlyMap<string, Asked<Estimate>> = new Map();

/**
 * Brings what Sage has to Salesforce for the first time: what it takes per object, the start, how it goes, and what
 * failed. Fires `statechange` with how far it is.
 */
export default class FirstLoad extends NavigationMixin(LightningElement) {
  /** What the service says of the API requests of the day. */
  @api requestsToday: string | undefined;

  readonly labels = labels;
  readonly objectApiName = SYNC_OBJECT.objectApiName;
  recordTypeId: string | undefined;
  estimates = NOT_COUNTED;
  isEstimating = false;
  isStarting = false;
  problem: Problem | undefined;
  /** Numbers of the runs that are shown: they go on, or have ended while the page was open. */
  watched: readonly number[] = [];
  /** What a screen reader is told, politely. */
  announcement = '';

  private pairsInOrder: readonly string[] | undefined;
  private labelsOfPairs: ReadonlyMap<string, string> = new Map();
  private loads: ReadonlyMap<string, SyncRun> | undefined;
  private isQuestionWaiting = false;

  /** The object pairs that are switched on, as `Account-customer`; undefined while nobody knows. */
  @api
  get pairs(): readonly string[] | undefined {
    return this.pairsInOrder;
  }
  set pairs(pairs: readonly string[] | undefined) {
    const before = this.pairsInOrder?.join();
    this.pairsInOrder = pairs && inLoadOrder(pairs);
    if (this.pairsInOrder === undefined || this.pairsInOrder.join() === before) return;
    this.estimates = NOT_COUNTED;
    this.isQuestionWaiting = true;
  }

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  handleInfo({ data }: WireResult<ObjectInfo>): void {
    this.recordTypeId = data?.defaultRecordTypeId ?? undefined;
  }

  @wire(getPicklistValuesByRecordType, { objectApiName: '$objectApiName', recordTypeId: '$recordTypeId' })
  handlePicklists({
    data
  }: WireResult<{ readonly picklistFieldValues: Readonly<Record<string, PicklistValues>> }>): void {
    const choices = data?.picklistFieldValues[PAIR.fieldApiName]?.values ?? [];
    this.labelsOfPairs = new Map(choices.map(({ value, label }) => [value, label]));
  }

  renderedCallback(): void {
    if (!this.isQuestionWaiting) return;
    this.isQuestionWaiting = false;
    this.readRuns();
  }

  get isNothingOn(): boolean {
    return this.pairsInOrder?.length === 0;
  }

  get isLoading(): boolean {
    return !this.isNothingOn && this.loads === undefined && this.problem === undefined;
  }

  get hasTable(): boolean {
    return this.loads !== undefined && !this.isNothingOn;
  }

  get rows(): readonly EstimateRow[] {
    const loads = this.loads ?? NO_RUNS;
    return estimateRows(this.pairsInOrder ?? [], this.labelsOfPairs, this.estimates, loads);
  }

  get total(): TotalRow | undefined {
    const counted = countedIn(this.estimates).map(([, estimate]) => estimate);
    return counted.length === 0 ? undefined : totalRow(totalOf(counted));
  }

  /** Records per pair, for the bars of the progress. */
  get expected(): Readonly<Record<string, number>> {
    return Object.fromEntries(countedIn(this.estimates).map(([pair, { records }]) => [pair, records]));
  }

  get state(): StepState {
    if (this.loads === undefined) return this.problem === undefined && !this.isNothingOn ? 'testing' : 'todo';
    return loadState(this.loads, this.pairsInOrder ?? []);
  }

  get isRunning(): boolean {
    return this.state === 'running';
  }

  get isDone(): boolean {
    return this.state === 'ok';
  }

  get isIncomplete(): boolean {
    return this.state === 'failed';
  }

  get mayNotStart(): boolean {
    return this.isStarting || this.isRunning || this.isEstimating;
  }

  get estimateLabel(): string {
    return this.isEstimating ? labels.estimating : labels.estimate;
  }

  get startLabel(): string {
    if (this.isStarting) return labels.starting;
    return this.isDone ? labels.again : labels.start;
  }

  get hasWatched(): boolean {
    return this.watched.length > 0;
  }

  handleEstimate(): void {
    this.estimateAll().catch((error: unknown) => this.fail(reduceErrors(error)));
  }

  handleStart(): void {
    this.start('all').catch((error: unknown) => this.fail(reduceErrors(error)));
  }

  handleStartOne(event: Event): void {
    const { currentTarget } = event;
    const pair = currentTarget instanceof HTMLElement ? currentTarget.dataset.pair : undefined;
    if (pair !== undefined) this.start(pair).catch((error: unknown) => this.fail(reduceErrors(error)));
  }

  handleRetry(): void {
    this.problem = undefined;
    this.readRuns();
  }

  handleEnded(): void {
    this.readRuns();
  }

  handleObjects(): void {
    this[NavigationMixin.Navigate](tabPage('Sage_Objects'));
  }

  handleFailures(): void {
    this[NavigationMixin.Navigate](tabPage('Sage_Failures'));
  }

  private readRuns(): void {
    if (this.isNothingOn) {
      this.takeLoads(NO_RUNS);
      return;
    }
    // In a microtask: the transport inside is connected after this component.
    Promise.resolve()
      .then(() =>
        ask(
          this.transport(),
          'Sage_List_Syncs',
          { pageSize: NEWEST_RUNS },
          ({ json }) => readRunPage(json).runs
        )
      )
      .then((asked) => {
        if (asked.kind === 'problem') this.fail(asked.problem);
        else this.takeLoads(lastLoads(asked.value, this.pairsInOrder ?? []));
      })
      .catch((error: unknown) => this.fail(reduceErrors(error)));
  }

  private takeLoads(loads: ReadonlyMap<string, SyncRun>): void {
    this.loads = loads;
    const underWay = runsUnderWay(loads, this.pairsInOrder ?? []);
    // Those that have just ended stay in sight.
    if (underWay.length > 0) this.watched = underWay;
    this.tellState();
  }

  private async estimateAll(): Promise<void> {
    this.isEstimating = true;
    this.estimates = NOT_COUNTED;
    this.announcement = '';
    await (this.pairsInOrder ?? []).reduce(
      // One after the other, so that counting does not keep Sage from others.
      (before, pair) => before.then(() => this.estimateOne(pair)),
      Promise.resolve()
    );
    this.isEstimating = false;
    const counted = countedIn(this.estimates).map(([, estimate]) => estimate);
    this.announcement = announceEstimate(totalOf(counted).records);
  }

  private async estimateOne(pair: string): Promise<void> {
    const asked = await ask(this.transport(), 'Sage_Estimate_Sync', { pair }, readEstimate, {
      timeoutMs: ESTIMATE_TIMEOUT_MS
    });
    this.estimates = new Map([...this.estimates, [pair, asked]]);
    if (asked.kind === 'problem') this.problem = { ...asked.problem, retryable: false };
  }

  private async start(pair: string): Promise<void> {
    this.isStarting = true;
    this.problem = undefined;
    const inputs = { pair, mode: 'full', startedBy: 'set-up' };
    const asked = await ask(this.transport(), 'Sage_Start_Sync', inputs, (answer) =>
      readRunIds(answer.text('runIds'))
    );
    this.isStarting = false;
    if (asked.kind === 'problem') {
      this.fail({ ...asked.problem, retryable: false });
      return;
    }
    this.watched = asked.value;
    this.readRuns();
  }

  private fail(problem: Problem): void {
    this.isStarting = false;
    this.isEstimating = false;
    this.problem = problem;
    this.tellState();
  }

  private tellState(): void {
    this.dispatchEvent(new CustomEvent('statechange', { detail: { state: this.state } }));
  }

  private transport(): Transport {
    const transport: unknown = this.refs?.transport;
    if (isTransport(transport)) return transport;
    throw new Error('The transport is not on the page.');
  }
}

function isTransport(value: unknown): value is Transport {
  return typeof value === 'object' && value !== null && 'request' in value;
}
