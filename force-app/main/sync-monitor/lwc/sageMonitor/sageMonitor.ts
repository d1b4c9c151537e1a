import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQLResult } from 'lightning/graphql';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import type { PageReference } from 'lightning/navigation';
import type { Concern, OpenDetail, Place } from 'c/attentionList';
import type { Cause, CauseChoice } from 'c/causeChart';
import { formatMoment } from 'c/calendarDay';
import { tabPage } from 'c/packageName';
import { isMissingAccess, reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import type { ChartBar } from 'c/runChart';
import { stateInWords } from 'c/runDetail';
import type { RunReport } from 'c/runDetail';
import type { Transport } from 'c/sageOperation';
import type { SyncRun } from 'c/syncRun';
import type { Activity } from './activity';
import { concernsOf } from './attention';
import { LINES_QUERY, readLines } from './logLines';
import type { Lines } from './logLines';
import {
  concernsInWords,
  labels,
  oldestInWords,
  runCounts,
  spanName,
  throughputInWords
} from './monitorWords';
import { askActivity, askNewestRuns, askRun } from './questions';
import { barsOf, beginOf, SPANS } from './timeSpan';
import type { Span } from './timeSpan';

/** How often it is looked while somebody can see it. */
const BETWEEN_LOOKS_MS = 30_000;
/** Runs in the list; each is a way to its detail. */
const SHOWN_RUNS = 12;

interface RunRow {
  readonly runId: number;
  readonly label: string;
  readonly state: string;
  readonly counts: string;
  readonly startedAt: string;
}

/** Runs over time, what waits, what is used of the day, and what needs attention now. */
export default class SageMonitor extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  readonly linesQuery = LINES_QUERY;
  readonly spans = SPANS.map((value) => ({ value, label: spanName(value) }));
  span: Span = 'day';
  begin = beginOf('day', Date.now());
  lines: Lines = { kind: 'loading' };
  activity: Activity | undefined;
  runs: readonly SyncRun[] = [];
  run: RunReport | undefined;
  serviceProblem: Problem | undefined;
  isAsking = false;
  /** What a screen reader is told, politely. */
  announcement = '';

  /** The record whose history is shown, by its id in Salesforce. */
  wantedRecord: string | undefined;

  private wantedRun: number | undefined;
  private hasBegun = false;
  /** Set when it was to be looked while it was looked: what comes may not be what is wanted now. */
  private isLookWanted = false;
  private told: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private refreshLines: (() => Promise<void>) | undefined;
  private readonly handleVisibility = (): void => {
    if (document.hidden) clearTimeout(this.timer);
    else this.look();
  };

  @wire(CurrentPageReference)
  handlePage(page: PageReference | null | undefined): void {
    const before = this.wantedRun;
    const runId = Number(page?.state?.c__run);
    this.wantedRun = Number.isSafeInteger(runId) && runId > 0 ? runId : undefined;
    this.wantedRecord = page?.state?.c__record;
    if (this.run?.runId !== this.wantedRun) this.run = undefined;
    if (this.hasBegun && this.wantedRun !== before) this.look();
  }

  @wire(graphql, { query: '$linesQuery', variables: '$variables' })
  handleLines(result: GraphQLResult): void {
    this.refreshLines = result.refresh ?? this.refreshLines;
    const lines = readLines(result);
    // While it is asked again, what was known stays.
    if (lines.kind !== 'loading' || this.lines.kind !== 'ready') this.lines = lines;
    this.tell();
  }

  connectedCallback(): void {
    document.addEventListener('visibilitychange', this.handleVisibility);
  }

  renderedCallback(): void {
    if (this.hasBegun) return;
    this.hasBegun = true;
    this.look();
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.handleVisibility);
    clearTimeout(this.timer);
    this.hasBegun = false;
  }

  get variables(): { readonly since: string } {
    return { since: this.begin };
  }

  get isDenied(): boolean {
    return (
      this.lines.kind === 'denied' ||
      (this.serviceProblem !== undefined && isMissingAccess(this.serviceProblem))
    );
  }

  get isLoading(): boolean {
    return !this.isDenied && this.activity === undefined && this.serviceProblem === undefined;
  }

  get busy(): 'true' | 'false' {
    return this.isAsking ? 'true' : 'false';
  }

  get problem(): Problem | undefined {
    if (this.isDenied) return undefined;
    return this.serviceProblem ?? (this.lines.kind === 'failed' ? this.lines.problem : undefined);
  }

  get isShown(): boolean {
    return (
      !this.isDenied && !this.isLoading && this.wantedRun === undefined && this.wantedRecord === undefined
    );
  }

  get isRecordShown(): boolean {
    return !this.isDenied && this.wantedRun === undefined && this.wantedRecord !== undefined;
  }

  get isRunShown(): boolean {
    return !this.isDenied && this.run !== undefined && this.wantedRun !== undefined;
  }

  get isRunLoading(): boolean {
    return (
      !this.isDenied && this.wantedRun !== undefined && this.run === undefined && this.problem === undefined
    );
  }

  get concerns(): readonly Concern[] {
    const openFailures = this.causes.reduce((sum, { count }) => sum + count, 0);
    return concernsOf({ activity: this.activity, runs: this.runs, openFailures });
  }

  get bars(): readonly ChartBar[] {
    return barsOf(this.lines.kind === 'ready' ? this.lines.lines : [], this.span, this.begin);
  }

  get throughput(): string {
    return throughputInWords(this.bars, this.span);
  }

  get isReady(): boolean {
    return this.lines.kind === 'ready';
  }

  get isCut(): boolean {
    return this.lines.kind === 'ready' && this.lines.isCut;
  }

  get causes(): readonly Cause[] {
    return this.lines.kind === 'ready' ? this.lines.causes : [];
  }

  get oldest(): string {
    return oldestInWords(this.activity, this.lines.kind === 'ready' ? this.lines.oldestFailure : undefined);
  }

  get runRows(): readonly RunRow[] {
    return this.runs.slice(0, SHOWN_RUNS).map(({ runId, label, state, counts, startedAt }) => ({
      ...{ runId, label, state: stateInWords(state), counts: runCounts(counts) },
      startedAt: formatMoment(startedAt)
    }));
  }

  get hasNoRuns(): boolean {
    return this.runs.length === 0;
  }

  handleRefresh(): void {
    this.look();
  }

  handleSpan(event: CustomEvent<{ value: string }>): void {
    const span = SPANS.find((each) => each === event.detail.value);
    if (span === undefined) return;
    this.span = span;
    this.begin = beginOf(span, Date.now());
  }

  handleOpen({ detail: { place } }: CustomEvent<OpenDetail>): void {
    this.open(place);
  }

  handleCause({ detail: { code } }: CustomEvent<CauseChoice>): void {
    this.open({ tab: 'Sage_Failures', ...(code !== undefined && { state: { c__code: code } }) });
  }

  handleRun(event: Event): void {
    const { currentTarget } = event;
    const runId = currentTarget instanceof HTMLElement ? currentTarget.dataset.run : undefined;
    if (runId !== undefined) this.open({ tab: 'Sage_Monitor', state: { c__run: runId } });
  }

  handleBack(): void {
    this.open({ tab: 'Sage_Monitor' });
  }

  private open({ tab, state }: Place): void {
    this[NavigationMixin.Navigate](tabPage(tab, state));
  }

  /** Asks for everything anew, and again later while somebody can see the page. */
  private look(): void {
    clearTimeout(this.timer);
    this.isLookWanted = this.isAsking;
    if (this.isAsking) return;
    this.isAsking = true;
    this.begin = beginOf(this.span, Date.now());
    // In a microtask: back on the page, this component is rendered before the transport in it is connected.
    Promise.resolve()
      .then(() => this.askAll())
      .catch((error: unknown) => {
        this.serviceProblem = reduceErrors(error);
      })
      .then(() => this.afterLook())
      .catch(() => undefined);
  }

  private async askAll(): Promise<void> {
    const transport = this.transport();
    if (transport === undefined) return;
    const wanted = this.wantedRun;
    const [activity, runs, run] = await Promise.all([
      askActivity(transport),
      askNewestRuns(transport),
      wanted === undefined ? undefined : askRun(transport, wanted),
      this.refreshLines?.().catch(() => undefined)
    ]);
    if (activity.kind === 'answer') this.activity = activity.value;
    if (runs.kind === 'answer') this.runs = runs.value.runs;
    if (run?.kind === 'answer' && wanted === this.wantedRun) this.run = run.value;
    const failed = [activity, runs, run].find((each) => each?.kind === 'problem');
    this.serviceProblem = failed?.kind === 'problem' ? failed.problem : undefined;
  }

  private afterLook(): void {
    this.isAsking = false;
    this.tell();
    if (!this.isConnected) return;
    if (this.isLookWanted) this.look();
    else if (!document.hidden) this.lookLater();
  }

  private lookLater(): void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared when the page is left or hidden
    this.timer = setTimeout(() => this.look(), BETWEEN_LOOKS_MS);
  }

  /** Only what changed is told: a page that refreshes itself must not talk every time. */
  private tell(): void {
    if (this.activity === undefined) return;
    const { concerns } = this;
    const now = concerns.map(({ key }) => key).join();
    if (now === this.told) return;
    this.told = now;
    this.announcement = concernsInWords(concerns.length);
  }

  private transport(): Transport | undefined {
    const transport: unknown = this.refs?.transport;
    return isTransport(transport) ? transport : undefined;
  }
}

function isTransport(value: unknown): value is Transport {
  return typeof value === 'object' && value !== null && 'request' in value;
}
