import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQLResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { tabPage } from 'c/packageName';
import { isMissingAccess, reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import type { Asked, Transport } from 'c/sageOperation';
import SyncObjectForm from 'c/syncObjectForm';
import {
  askEstimate,
  modeInWords,
  runModes,
  switchFields,
  SYNC_OBJECT,
  usualFields
} from 'c/syncObjectModel';
import type { PairDetail, PairName, PairRow, StartDetail, SwitchDetail } from 'c/syncObjectModel';
import SyncObjectSwitch from 'c/syncObjectSwitch';
import { isRunning } from 'c/syncRun';
import type { SyncRun } from 'c/syncRun';
import {
  expectedCame,
  INITIAL_STATE,
  rowsOf,
  runningOf,
  runsCame,
  withoutRun,
  workBegan,
  workEnded
} from './objectsState';
import type { ObjectsState } from './objectsState';
import { announcements, clockInWords, labels, summaryInWords, titles } from './objectsWords';
import { askMappings, askRun, askRuns, askSageZone, start, stop } from './questions';
import { OBJECTS_QUERY, readRecords } from './records';

/** How often runs that go on are looked at; twice as long after each failure in a row. */
const BETWEEN_LOOKS_MS = 4_000;
const LONGEST_PAUSE_MS = 60_000;

/** The object pairs that are kept in step: switches, schedules, runs and their progress. */
export default class SageObjects extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  readonly objectsQuery = OBJECTS_QUERY;
  readonly modes = runModes.map((mode) => ({ mode, words: modeInWords(mode) }));
  state: ObjectsState = INITIAL_STATE;
  /** What a screen reader is told, politely. */
  announcement = '';
  /** What went wrong with a start of all. */
  trouble: Problem | undefined;

  private refreshRecords: (() => Promise<void>) | undefined;
  private hasAsked = false;
  /** Set when something was done while it was looked: what came may not know of it. */
  private isLookWanted = false;
  private failuresInARow = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What was last done to each pair, to be done again. */
  private readonly attempts = new Map<PairName, () => Promise<Problem | undefined>>();

  @wire(graphql, { query: '$objectsQuery' })
  handleRecords(result: GraphQLResult): void {
    this.refreshRecords = result.refresh ?? this.refreshRecords;
    const records = readRecords(result);
    // While it is asked again, what was known stays.
    if (records.kind === 'loading' && this.state.records.kind !== 'loading') return;
    this.state = { ...this.state, records };
  }

  renderedCallback(): void {
    if (this.hasAsked || this.state.records.kind !== 'ready') return;
    this.hasAsked = true;
    this.lookAtRuns();
    this.askOnce(askMappings, (mappings) => (this.state = { ...this.state, mappings }));
    this.askOnce(askSageZone, (sageZone) => (this.state = { ...this.state, sageZone }));
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
    this.hasAsked = false;
  }

  get rows(): readonly PairRow[] {
    return rowsOf(this.state);
  }

  get isLoading(): boolean {
    return this.state.records.kind === 'loading';
  }

  get isDenied(): boolean {
    const { records, problem } = this.state;
    return records.kind === 'denied' || (problem !== undefined && isMissingAccess(problem));
  }

  get isEmpty(): boolean {
    return this.state.records.kind === 'empty';
  }

  get isReady(): boolean {
    return this.state.records.kind === 'ready' && !this.isDenied;
  }

  get problem(): Problem | undefined {
    if (this.isDenied) return undefined;
    const { records, problem } = this.state;
    return records.kind === 'failed' ? records.problem : (this.trouble ?? problem);
  }

  get busy(): 'true' | 'false' {
    return this.isLoading || this.state.asking ? 'true' : 'false';
  }

  get summary(): string {
    const { records } = this.state;
    return records.kind === 'ready' ? summaryInWords(records.company.code, this.rows) : '';
  }

  get clock(): string | undefined {
    return clockInWords(this.state.sageZone);
  }

  get nothingIsOn(): boolean {
    return !this.rows.some(({ object }) => object?.active === true);
  }

  handleRefresh(): void {
    this.trouble = undefined;
    this.lookAtRuns();
    this.readRecordsAgain().catch(() => undefined);
  }

  handleOpenSetUp(): void {
    this[NavigationMixin.Navigate](tabPage('Sage_Setup'));
  }

  handleMapping({ detail: { pair } }: CustomEvent<PairDetail>): void {
    this[NavigationMixin.Navigate](tabPage('Sage_Mapping', { c__pair: pair }));
  }

  handleSetUp({ detail: { pair } }: CustomEvent<PairDetail>): void {
    const { records } = this.state;
    if (records.kind !== 'ready') return;
    const fields = usualFields(pair, records.company);
    this.work(pair, announcements.setUp(pair), async () => {
      await createRecord({ apiName: SYNC_OBJECT, fields });
      await this.readRecordsAgain();
      return undefined;
    });
  }

  handleSwitch({ detail: { pair, on } }: CustomEvent<SwitchDetail>): void {
    const object = this.rowOf(pair)?.object;
    if (object === undefined) return;
    if (on) {
      this.openSwitch(pair).catch((error: unknown) => this.end(pair, reduceErrors(error)));
      return;
    }
    this.work(pair, announcements.off(pair), async () => {
      await updateRecord({ fields: switchFields(object.id, false) });
      await this.readRecordsAgain();
      return undefined;
    });
  }

  handleEdit({ detail: { pair } }: CustomEvent<PairDetail>): void {
    this.openForm(pair).catch((error: unknown) => this.end(pair, reduceErrors(error)));
  }

  handleStart({ detail: { pair, mode } }: CustomEvent<StartDetail>): void {
    if (mode === 'full') this.expect(pair);
    this.work(pair, announcements.started(pair), () => this.ask((transport) => start(transport, pair, mode)));
  }

  handleStop({ detail: { pair } }: CustomEvent<PairDetail>): void {
    const runId = this.rowOf(pair)?.run?.runId;
    if (runId === undefined) return;
    this.work(pair, announcements.stopping(pair), () => this.ask((transport) => stop(transport, runId)));
  }

  handleRetry({ detail: { pair } }: CustomEvent<PairDetail>): void {
    const attempt = this.attempts.get(pair);
    if (attempt !== undefined) this.work(pair, this.announcement, attempt);
  }

  handleStartAll({ detail: { value } }: CustomEvent<{ value: string }>): void {
    const mode = runModes.find((each) => each === value);
    const transport = this.transport();
    if (mode === undefined || transport === undefined) return;
    this.trouble = undefined;
    start(transport, 'all', mode)
      .then((asked) => {
        if (asked.kind === 'problem') this.trouble = asked.problem;
        else this.announcement = announcements.startedAll(asked.value);
        this.lookAtRuns();
      })
      .catch((error: unknown) => (this.trouble = reduceErrors(error)));
  }

  private async openSwitch(pair: PairName): Promise<void> {
    const row = this.rowOf(pair);
    const chosen = await SyncObjectSwitch.open({ label: titles.switchOn(pair), size: 'small', row });
    if (typeof chosen === 'number') this.state = expectedCame(this.state, pair, chosen);
    if (chosen === undefined) return;
    this.announcement = announcements.on(pair);
    await this.readRecordsAgain();
    this.lookAtRuns();
  }

  private async openForm(pair: PairName): Promise<void> {
    const row = this.rowOf(pair);
    const saved = await SyncObjectForm.open({ label: titles.edit(pair), size: 'medium', row });
    if (saved !== true) return;
    this.announcement = announcements.saved(pair);
    await this.readRecordsAgain();
  }

  /** Does something to a pair: its row is busy meanwhile, and shows what went wrong. */
  private work(pair: PairName, done: string, attempt: () => Promise<Problem | undefined>): void {
    this.attempts.set(pair, attempt);
    this.state = workBegan(this.state, pair);
    this.announcement = '';
    attempt()
      .then((trouble) => {
        this.end(pair, trouble);
        if (trouble === undefined) this.announcement = done;
      })
      .catch((error: unknown) => this.end(pair, reduceErrors(error)));
  }

  private end(pair: PairName, trouble: Problem | undefined): void {
    this.state = workEnded(this.state, pair, trouble);
  }

  /** Asks the service for something, and then how the runs are. */
  private async ask(
    question: (transport: Transport) => Promise<Asked<unknown>>
  ): Promise<Problem | undefined> {
    const transport = this.transport();
    if (transport === undefined) throw new Error('The transport is not on the page.');
    const asked = await question(transport);
    if (asked.kind === 'problem') return asked.problem;
    this.lookAtRuns();
    return undefined;
  }

  /** Asks something that the page can do without: what goes wrong is shown by the question for the runs. */
  private askOnce<T>(question: (transport: Transport) => Promise<Asked<T>>, take: (value: T) => void): void {
    Promise.resolve()
      .then(() => this.transport())
      .then((transport) => transport && question(transport))
      .then((asked) => {
        if (asked?.kind === 'answer') take(asked.value);
      })
      .catch(() => undefined);
  }

  private expect(pair: PairName): void {
    this.askOnce(
      (transport) => askEstimate(transport, pair),
      ({ records }) => (this.state = expectedCame(this.state, pair, records))
    );
  }

  private lookAtRuns(): void {
    clearTimeout(this.timer);
    this.isLookWanted = this.state.asking;
    if (this.isLookWanted) return;
    this.state = { ...this.state, asking: true };
    // In a microtask: back on the page, this component is rendered before the transport in it is connected.
    Promise.resolve()
      .then(() => this.askForRuns())
      .catch((error: unknown) => reduceErrors(error))
      .then((problem) => this.afterLook(problem))
      .catch(() => undefined);
  }

  private async askForRuns(): Promise<Problem | undefined> {
    const transport = this.transport();
    if (transport === undefined) return undefined;
    const wentOn = runningOf(this.state);
    const asked = await askRuns(transport);
    if (asked.kind === 'problem') return asked.problem;
    this.state = runsCame(this.state, asked.value);
    const { asOf } = asked.value;
    const older = runningOf(this.state).filter(
      ({ runId }) => !asked.value.runs.some((run) => run.runId === runId)
    );
    const single = await Promise.all(older.map(({ runId }) => askRun(transport, runId)));
    const pages = await Promise.all(withoutRun(this.state).map((pair) => askRuns(transport, pair)));
    const found = [...answersOf(single), ...answersOf(pages).flatMap(({ runs }) => runs)];
    this.state = runsCame(this.state, { runs: found, nextCursor: undefined, asOf });
    await this.tellOfEnds(wentOn);
    return undefined;
  }

  /** Runs that went on before, and do no longer. */
  private async tellOfEnds(wentOn: readonly SyncRun[]): Promise<void> {
    const ended = wentOn
      .map(({ pair }) => this.state.runs?.get(pair))
      .filter((run) => run !== undefined)
      .filter((run) => !isRunning(run));
    if (ended.length === 0) return;
    this.announcement = announcements.ended(ended);
    await this.readRecordsAgain();
  }

  private afterLook(problem: Problem | undefined): void {
    this.failuresInARow = problem === undefined ? 0 : this.failuresInARow + 1;
    this.state = { ...this.state, asking: false, problem };
    if (!this.isConnected) return;
    if (this.isLookWanted) this.lookAtRuns();
    else if (runningOf(this.state).length > 0) this.lookLater();
  }

  private lookLater(): void {
    const pause = Math.min(BETWEEN_LOOKS_MS * 2 ** this.failuresInARow, LONGEST_PAUSE_MS);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared when the page is left
    this.timer = setTimeout(() => this.lookAtRuns(), pause);
  }

  private async readRecordsAgain(): Promise<void> {
    await this.refreshRecords?.();
  }

  private rowOf(pair: PairName): PairRow | undefined {
    return this.rows.find((row) => row.pair === pair);
  }

  private transport(): Transport | undefined {
    const transport: unknown = this.refs?.transport;
    return isTransport(transport) ? transport : undefined;
  }
}

function answersOf<T>(asked: readonly Asked<T>[]): readonly T[] {
  return asked.flatMap((each) => (each.kind === 'answer' ? [each.value] : []));
}

function isTransport(value: unknown): value is Transport {
  return typeof value === 'object' && value !== null && 'request' in value;
}
