import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import type { Transport } from 'c/sageOperation';
import { tabPage } from 'c/packageName';
import { isRunning } from 'c/syncRun';
import type { SyncRun } from 'c/syncRun';
import { askRuns, stopRun } from './askRuns';
import { pauseAfter } from './patience';
import { announceEnd, labels, rowsOf, summaryOf } from './progressWords';
import type { RunRow } from './progressWords';

/** The detail of the event `ended`: every run that was watched, as it ended. */
export interface EndedDetail {
  readonly runs: readonly SyncRun[];
}

/**
 * How runs go, while they go: asks the service every few seconds and shows for each how many records were read of those
 * expected, what became of them, and what failed, with a way to the failures. Fires `ended` once all of them have ended.
 *
 * `<c-sync-progress run-ids={runIds} expected={recordsByPair} can-stop onended={handleEnded}></c-sync-progress>`
 */
export default class SyncProgress extends NavigationMixin(LightningElement) {
  /** Records that each pair is expected to read, by its name as `Account-customer`; without it there is no bar. */
  @api expected: Readonly<Record<string, number>> = {};

  /** Offers to stop the runs. */
  @api canStop = false;

  readonly labels = labels;
  runs: readonly SyncRun[] = [];
  problem: Problem | undefined;
  isStopping = false;
  /** What a screen reader is told, politely. */
  announcement = '';

  private watched: readonly number[] = [];
  private failuresInARow = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts what is watched; an answer about former runs is dropped. */
  private watch = 0;

  /** Numbers of the runs, as `startSync` gives them. Watching begins anew when they change. */
  @api
  get runIds(): readonly number[] {
    return this.watched;
  }
  set runIds(runIds: readonly number[]) {
    if (runIds.join() === this.watched.join()) return;
    this.watched = [...runIds];
    this.runs = [];
    this.problem = undefined;
    this.isStopping = false;
    if (this.isConnected) this.begin();
  }

  connectedCallback(): void {
    this.begin();
  }

  disconnectedCallback(): void {
    this.watch += 1;
    clearTimeout(this.timer);
  }

  get isLoading(): boolean {
    return this.watched.length > 0 && this.runs.length === 0 && this.problem === undefined;
  }

  get isEmpty(): boolean {
    return this.watched.length === 0;
  }

  get busy(): 'true' | 'false' {
    return this.isLoading || this.isUnderWay ? 'true' : 'false';
  }

  get isUnderWay(): boolean {
    return this.runs.some(isRunning);
  }

  get rows(): readonly RunRow[] {
    return rowsOf(this.runs, this.expected);
  }

  get summary(): string {
    return summaryOf(this.runs);
  }

  get offersStop(): boolean {
    return this.canStop && this.isUnderWay;
  }

  get stopLabel(): string {
    return this.runs.filter(isRunning).length > 1 ? labels.stopAll : labels.stop;
  }

  get stopIsOff(): boolean {
    return this.isStopping || this.runs.filter(isRunning).every((run) => run.stopRequested);
  }

  handleRetry(): void {
    this.askNow();
  }

  handleStop(): void {
    this.stopAll().catch((error: unknown) => this.fail(reduceErrors(error)));
  }

  handleFailures(event: Event): void {
    const { currentTarget } = event;
    const pair = currentTarget instanceof HTMLElement ? currentTarget.dataset.pair : undefined;
    this[NavigationMixin.Navigate](tabPage('Sage_Failures', pair === undefined ? {} : { c__pair: pair }));
  }

  private begin(): void {
    this.watch += 1;
    this.failuresInARow = 0;
    this.announcement = '';
    if (this.watched.length > 0) this.askNow();
  }

  private askNow(): void {
    clearTimeout(this.timer);
    const { watch } = this;
    // In a microtask: the transport inside is connected after this component.
    Promise.resolve()
      .then(() => askRuns(this.transport(), this.watched))
      .then((asked) => {
        if (watch !== this.watch) return;
        if (asked.kind === 'answer') this.take(asked.value);
        else this.fail(asked.problem);
      })
      .catch((error: unknown) => this.fail(reduceErrors(error)));
  }

  private take(runs: readonly SyncRun[]): void {
    this.runs = runs;
    this.problem = undefined;
    this.failuresInARow = 0;
    if (runs.some(isRunning)) {
      this.askLater();
      return;
    }
    this.announcement = announceEnd(runs);
    this.dispatchEvent(new CustomEvent<EndedDetail>('ended', { detail: { runs } }));
  }

  /** What was known stays in sight; the service is asked again, ever less often. */
  private fail(problem: Problem): void {
    this.problem = problem;
    this.failuresInARow += 1;
    if (problem.retryable) this.askLater();
  }

  private askLater(): void {
    clearTimeout(this.timer);
    if (!this.isConnected) return;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared when the component leaves the page
    this.timer = setTimeout(() => this.askNow(), pauseAfter(this.failuresInARow));
  }

  private async stopAll(): Promise<void> {
    const { watch } = this;
    this.isStopping = true;
    const asked = await Promise.all(
      this.runs.filter(isRunning).map(({ runId }) => stopRun(this.transport(), runId))
    );
    if (watch !== this.watch) return;
    this.isStopping = false;
    const refused = asked.find((each) => each.kind === 'problem');
    if (refused === undefined) this.askNow();
    else this.fail(refused.problem);
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
