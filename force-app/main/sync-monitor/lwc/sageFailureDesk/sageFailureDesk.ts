import { LightningElement, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import type { PageReference } from 'lightning/navigation';
import { askDetail, askPage, laneInWords, replay, skip } from 'c/failureModel';
import type { Cause, DeadLetter, DeadLetterDetail, Decision } from 'c/failureModel';
import FailureSkip from 'c/failureSkip';
import { fillIn } from 'c/labelText';
import type { MassWork } from 'c/massReplay';
import { isMissingAccess, reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import type { Asked, Transport } from 'c/sageOperation';
import { collect, MOST_SELECTED } from './collect';
import { countFound, filterOf, INITIAL_STATE, isNarrowed, NOTHING_WANTED, pageCame } from './deskState';
import type { Age, DeskState, Wanted } from './deskState';
import { ageOptions, decisionInWords, labels, selectedInWords, skipTitle } from './deskWords';

const PAGE = 50;
const ANY = '';

/** What could not be brought to the other side: cause, fix, edit, replay and skip. */
export default class SageFailureDesk extends LightningElement {
  readonly labels = labels;
  readonly ages = ageOptions;
  state: DeskState = INITIAL_STATE;
  wanted: Wanted = NOTHING_WANTED;
  selected: ReadonlySet<number> = new Set();
  isCollecting = false;
  mass: MassWork | undefined;
  /** While many are being decided, no other many can be. */
  isMassRunning = false;
  /** The failure that is looked at. */
  opened: DeadLetterDetail | undefined;
  isOpening = false;
  isDeciding = false;
  decisionProblem: Problem | undefined;
  decisionWords = '';
  /** What a screen reader is told, politely. */
  announcement = '';

  private typed = '';
  private hasAsked = false;
  /** Counts the questions; the answer to any but the last is dropped. */
  private lastQuestion = 0;
  private jobIdOfAddress: number | undefined;
  private isFocusWanted = false;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    const { c__code, c__lane, c__text, c__job } = page?.state ?? {};
    this.wanted = { ...NOTHING_WANTED, code: c__code, lane: c__lane, text: c__text ?? '' };
    this.typed = this.wanted.text;
    this.jobIdOfAddress = c__job === undefined || !/^\d{1,15}$/.test(c__job) ? undefined : Number(c__job);
    if (this.hasAsked) this.begin();
  }

  renderedCallback(): void {
    if (this.isFocusWanted && this.opened !== undefined) {
      this.isFocusWanted = false;
      this.template?.querySelector<HTMLElement>('c-failure-detail')?.focus();
    }
    if (this.hasAsked) return;
    this.hasAsked = true;
    this.begin();
  }

  disconnectedCallback(): void {
    this.hasAsked = false;
    this.lastQuestion += 1;
  }

  get items(): readonly DeadLetter[] {
    return this.state.found?.items ?? [];
  }

  get causes(): readonly Cause[] {
    return this.state.found?.causes ?? [];
  }

  get hasItems(): boolean {
    return this.items.length > 0;
  }

  get hasMore(): boolean {
    return this.state.found?.nextCursor !== undefined;
  }

  get isDenied(): boolean {
    return this.state.problem !== undefined && isMissingAccess(this.state.problem);
  }

  get problem(): Problem | undefined {
    return this.isDenied ? undefined : this.state.problem;
  }

  get isFirstLoading(): boolean {
    return this.state.found === undefined && this.state.problem === undefined;
  }

  get isReady(): boolean {
    return this.state.found !== undefined && !this.isDenied;
  }

  get isNothingFailed(): boolean {
    return this.state.found !== undefined && !this.hasItems && !isNarrowed(this.wanted);
  }

  get isNoneFound(): boolean {
    return this.state.found !== undefined && !this.hasItems && isNarrowed(this.wanted);
  }

  get isListShown(): boolean {
    return this.isReady && this.opened === undefined;
  }

  get busy(): 'true' | 'false' {
    return this.state.isAsking ? 'true' : 'false';
  }

  get lanes(): readonly { readonly label: string; readonly value: string }[] {
    const known = (this.state.found?.counts ?? []).map(({ lane, dead }) => ({
      label: `${laneInWords(lane)} (${dead})`,
      value: lane
    }));
    return [{ label: labels.anyWork, value: ANY }, ...known];
  }

  get lane(): string {
    return this.wanted.lane ?? ANY;
  }

  get isNarrowed(): boolean {
    return isNarrowed(this.wanted);
  }

  get hasSelected(): boolean {
    return this.selected.size > 0;
  }

  get selectedWords(): string {
    return selectedInWords(this.selected.size);
  }

  get foundCount(): number {
    return this.state.found === undefined ? 0 : countFound(this.state.found, this.wanted);
  }

  get selectAllWords(): string | undefined {
    if (this.foundCount === 0 || this.selected.size >= Math.min(this.foundCount, MOST_SELECTED))
      return undefined;
    const words = this.wanted.code === undefined ? labels.selectFound : labels.selectCause;
    return fillIn(words, String(this.foundCount));
  }

  get tooManyWords(): string | undefined {
    const isCut = this.selected.size === MOST_SELECTED && this.foundCount > MOST_SELECTED;
    return isCut ? fillIn(labels.tooMany, String(MOST_SELECTED)) : undefined;
  }

  handleRefresh(): void {
    this.look();
    const settled: unknown = this.refs?.settled;
    if (isRefreshable(settled)) settled.refresh();
  }

  handleCause({ detail: { code } }: CustomEvent<{ code: string | undefined }>): void {
    this.want({ code });
  }

  handleLane({ detail: { value } }: CustomEvent<{ value: string }>): void {
    this.want({ lane: value === ANY ? undefined : value });
  }

  handleTyped({ detail: { value } }: CustomEvent<{ value: string }>): void {
    this.typed = value;
    // The button that empties the field commits nothing.
    if (value === '' && this.wanted.text !== '') this.want({ text: '' });
  }

  handleSearch(): void {
    if (this.typed !== this.wanted.text) this.want({ text: this.typed });
  }

  handleAge({ detail: { value } }: CustomEvent<{ value: Age }>): void {
    this.want({ age: value });
  }

  handleClear(): void {
    this.want(NOTHING_WANTED);
  }

  handleMore(): void {
    this.ask(this.state.found?.nextCursor);
  }

  handleChoose({ detail: { jobIds, on } }: CustomEvent<{ jobIds: readonly number[]; on: boolean }>): void {
    const rest = [...this.selected].filter((jobId) => !jobIds.includes(jobId));
    this.selected = new Set(on ? [...rest, ...jobIds] : rest);
  }

  handleUnselect(): void {
    this.selected = new Set();
  }

  handleSelectAll(): void {
    this.isCollecting = true;
    this.transport()
      .then((transport) => collect(transport, filterOf(this.wanted, Date.now())))
      .then((asked) => {
        if (asked.kind === 'answer') this.selected = new Set(asked.value);
        else this.state = { ...this.state, problem: asked.problem };
      })
      .catch((error: unknown) => this.fail(error))
      .finally(() => (this.isCollecting = false));
  }

  handleReplaySelected(): void {
    this.beginMass({ jobIds: [...this.selected], action: 'replay' });
  }

  handleSkipSelected(): void {
    this.askReason(this.selected.size)
      .then((reason) => {
        if (reason !== undefined) this.beginMass({ jobIds: [...this.selected], action: 'skip', reason });
      })
      .catch((error: unknown) => this.fail(error));
  }

  handleMassFinish(): void {
    this.isMassRunning = false;
    this.selected = new Set();
    this.look();
  }

  handleMassClose(): void {
    this.isMassRunning = false;
    this.mass = undefined;
    this.look();
  }

  handleOpen({ detail: { jobId } }: CustomEvent<{ jobId: number }>): void {
    this.decisionProblem = undefined;
    this.decisionWords = '';
    this.open(jobId);
  }

  handleBack(): void {
    this.opened = undefined;
    this.look();
  }

  handleReplay({ detail: { payload } }: CustomEvent<{ payload?: string }>): void {
    this.decide((transport, jobId) => replay(transport, jobId, payload));
  }

  handleSkip(): void {
    this.askReason(1)
      .then((reason) => {
        if (reason !== undefined) this.decide((transport, jobId) => skip(transport, jobId, reason));
      })
      .catch((error: unknown) => (this.decisionProblem = reduceErrors(error)));
  }

  private beginMass(work: MassWork): void {
    this.isMassRunning = true;
    this.mass = work;
  }

  private begin(): void {
    this.look();
    if (this.jobIdOfAddress !== undefined) this.open(this.jobIdOfAddress);
  }

  private want(changes: Partial<Wanted>): void {
    this.wanted = { ...this.wanted, ...changes };
    this.selected = new Set();
    this.look();
  }

  private look(): void {
    this.ask(undefined);
  }

  private ask(cursor: string | undefined): void {
    this.lastQuestion += 1;
    const question = this.lastQuestion;
    this.state = { ...this.state, isAsking: true };
    this.transport()
      .then((transport) => askPage(transport, filterOf(this.wanted, Date.now()), { cursor, pageSize: PAGE }))
      .then((asked) => {
        if (question !== this.lastQuestion) return;
        if (asked.kind === 'problem') this.state = { ...this.state, isAsking: false, problem: asked.problem };
        else this.state = pageCame(this.state, asked.value, cursor === undefined);
        this.announcement = asked.kind === 'answer' ? fillIn(labels.found, String(this.foundCount)) : '';
      })
      .catch((error: unknown) => this.fail(error));
  }

  private open(jobId: number): void {
    this.isOpening = true;
    this.transport()
      .then((transport) => askDetail(transport, jobId))
      .then((asked) => {
        if (asked.kind === 'problem') this.state = { ...this.state, problem: asked.problem };
        else {
          this.isFocusWanted = asked.value.jobId !== this.opened?.jobId;
          this.opened = asked.value;
        }
      })
      .catch((error: unknown) => this.fail(error))
      .finally(() => (this.isOpening = false));
  }

  private decide(act: (transport: Transport, jobId: number) => Promise<Asked<Decision>>): void {
    const jobId = this.opened?.jobId;
    if (jobId === undefined) return;
    this.isDeciding = true;
    this.decisionProblem = undefined;
    this.decisionWords = '';
    this.transport()
      .then((transport) => act(transport, jobId))
      .then((asked) => {
        if (asked.kind === 'problem') this.decisionProblem = asked.problem;
        else {
          this.decisionWords = decisionInWords(asked.value);
          this.open(jobId);
        }
      })
      .catch((error: unknown) => (this.decisionProblem = reduceErrors(error)))
      .finally(() => (this.isDeciding = false));
  }

  private async askReason(count: number): Promise<string | undefined> {
    const reason = await FailureSkip.open({ label: skipTitle(count), size: 'small' });
    return typeof reason === 'string' ? reason : undefined;
  }

  private fail(error: unknown): void {
    this.state = { ...this.state, isAsking: false, problem: reduceErrors(error) };
  }

  /** In a microtask: this component is rendered before the transport in it is connected. */
  private async transport(): Promise<Transport> {
    await Promise.resolve();
    const transport: unknown = this.refs?.transport;
    if (!isTransport(transport)) throw new Error('The transport is not on the page.');
    return transport;
  }
}

function isTransport(value: unknown): value is Transport {
  return typeof value === 'object' && value !== null && 'request' in value;
}

function isRefreshable(value: unknown): value is { refresh(): void } {
  return typeof value === 'object' && value !== null && 'refresh' in value;
}
