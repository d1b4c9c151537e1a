import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQLResult } from 'lightning/graphql';
import { CurrentPageReference } from 'lightning/navigation';
import type { PageReference } from 'lightning/navigation';
import type { LiveResult } from 'c/mappingLinePanel';
import {
  afterAct,
  checkDraft,
  draftOf,
  isSaved,
  lineOfSuggestion,
  LINES_QUERY,
  newLine,
  PAIR_QUERY,
  readContent,
  readLines,
  readPairRecord,
  saveDraft,
  suggestLines
} from 'c/mappingModel';
import type {
  Comparison,
  Content,
  Draft,
  DraftAct,
  Field,
  Hint,
  Line,
  MappingView,
  PairChoice,
  PairRecord,
  Preview,
  RecordsRead,
  SavedLine,
  Side,
  Suggestion
} from 'c/mappingModel';
import { announcements, labels, lineInWords, savingInWords, versionInWords } from 'c/mappingWords';
import { fillIn } from 'c/labelText';
import { isMissingAccess, reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import type { Asked, Transport } from 'c/sageOperation';
import { askComparison, askFields, askMapping, askPairs, askPreview, publish, rollBack } from './questions';
import type { SideFields } from './questions';
import { liveOf } from './sampleOutcome';

/** So long after the last change the service is asked what becomes of the sample. */
const LIVE_AFTER_MS = 600;

interface Canvas extends HTMLElement {
  showLine(id: string): void;
}

/**
 * The mapping of one object pair: what is drawn is a draft in Salesforce's records until it is published. It begins with
 * the rows that are there, else with the version in force.
 */
export default class SageMappingDesigner extends LightningElement {
  readonly labels = labels;

  pairs: readonly PairChoice[] = [];
  pair: string | undefined;
  /** Pair that is to be opened once the unsaved changes may go. */
  wantedPair: string | undefined;
  problem: Problem | undefined;
  announcement = '';

  record: RecordsRead<PairRecord | undefined> = { kind: 'loading' };
  saved: readonly SavedLine[] | undefined;
  view: MappingView | undefined;
  inForce: Content | undefined;
  sides: Readonly<Record<Side, SideFields | undefined>> = { sage: undefined, salesforce: undefined };
  draft: Draft | undefined;

  openId: string | undefined;
  live: LiveResult | undefined;
  sampleKey = '';
  progress: string | undefined;
  saveProblem: Problem | undefined;
  preview: Preview | undefined;
  previewProblem: Problem | undefined;
  isTrying = false;
  comparison: Comparison | undefined;
  versionProblem: Problem | undefined;
  isWorking = false;
  publishes = false;
  comment = '';
  publishProblem: Problem | undefined;
  exportAddress: string | undefined;
  exportName = '';

  private hasAskedPairs = false;
  private askedFor: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts questions about the sample; answers to any but the last are dropped. */
  private lastLive = 0;
  private readonly beforeLeaving = (event: BeforeUnloadEvent): void => {
    if (this.isChanged) event.preventDefault();
  };

  @wire(CurrentPageReference)
  handlePage(page: PageReference | null): void {
    const pair = page?.state?.c__pair;
    if (pair !== undefined && pair !== this.pair) this.choose(pair);
  }

  get pairVariables(): { pair: string } | undefined {
    return this.pair === undefined ? undefined : { pair: this.pair };
  }

  get pairQueryWhenChosen(): typeof PAIR_QUERY | undefined {
    return this.pair === undefined ? undefined : PAIR_QUERY;
  }

  @wire(graphql, { query: '$pairQueryWhenChosen', variables: '$pairVariables' })
  handlePair(result: GraphQLResult): void {
    if (this.pair === undefined) return;
    const record = readPairRecord(result);
    if (record.kind === 'loading' && this.record.kind === 'ready') return;
    this.record = record;
    if (record.kind === 'ready' && record.value === undefined) this.saved = [];
    this.begin();
  }

  get linesVariables(): { syncObject: string } | undefined {
    const { record } = this;
    return record.kind === 'ready' && record.value !== undefined
      ? { syncObject: record.value.syncObjectId }
      : undefined;
  }

  get linesQuery(): typeof LINES_QUERY | undefined {
    return this.linesVariables === undefined ? undefined : LINES_QUERY;
  }

  @wire(graphql, { query: '$linesQuery', variables: '$linesVariables' })
  handleLines(result: GraphQLResult): void {
    if (this.linesVariables === undefined) return;
    const lines = readLines(result, this.objectName);
    if (lines.kind === 'loading') return;
    if (lines.kind === 'ready') {
      // What was drawn since is not replaced: rows are read once, and followed by what saving says.
      if (this.draft === undefined) this.saved = lines.value;
    } else this.record = lines;
    this.begin();
  }

  connectedCallback(): void {
    window.addEventListener('beforeunload', this.beforeLeaving);
  }

  renderedCallback(): void {
    if (!this.hasAskedPairs) {
      this.hasAskedPairs = true;
      this.take(askPairs, (pairs) => (this.pairs = pairs));
    }
    if (this.pair !== undefined && this.askedFor !== this.pair) {
      this.askedFor = this.pair;
      this.load(this.pair);
    }
  }

  disconnectedCallback(): void {
    window.removeEventListener('beforeunload', this.beforeLeaving);
    clearTimeout(this.timer);
    this.hasAskedPairs = false;
    this.lastLive += 1;
  }

  // What is shown

  get isDenied(): boolean {
    return this.record.kind === 'denied' || (this.problem !== undefined && isMissingAccess(this.problem));
  }

  get shownProblem(): Problem | undefined {
    if (this.isDenied) return undefined;
    return this.record.kind === 'failed' ? this.record.problem : this.problem;
  }

  get isEmpty(): boolean {
    return this.pair === undefined && !this.isDenied && this.shownProblem === undefined;
  }

  get isReady(): boolean {
    return (
      this.draft !== undefined &&
      this.sides.sage !== undefined &&
      this.sides.salesforce !== undefined &&
      !this.isDenied
    );
  }

  get isLoading(): boolean {
    return this.pair !== undefined && !this.isReady && !this.isDenied && this.shownProblem === undefined;
  }

  get busy(): 'true' | 'false' {
    return this.isLoading || this.progress !== undefined || this.isWorking ? 'true' : 'false';
  }

  get pairOptions(): readonly { label: string; value: string }[] {
    return this.pairs.map(({ pair, label }) => ({ label, value: pair }));
  }

  get objectName(): string {
    return this.pair?.slice(0, this.pair.indexOf('-')) ?? '';
  }

  get lines(): readonly Line[] {
    return this.draft?.lines ?? [];
  }

  get sageFields(): readonly Field[] {
    return this.sides.sage?.fields ?? [];
  }

  get salesforceFields(): readonly Field[] {
    return this.sides.salesforce?.fields ?? [];
  }

  get sageHeading(): string {
    return this.sides.sage?.object ?? '';
  }

  get salesforceHeading(): string {
    return this.sides.salesforce?.object ?? '';
  }

  /** The draft as the service reads it; undefined before everything came. */
  get content(): Content | undefined {
    const { inForce, pair, record } = this;
    if (inForce === undefined || pair === undefined || record.kind !== 'ready') return undefined;
    const head = record.value?.head ?? inForce;
    const matchKeys = head.matchKeys ?? inForce.matchKeys;
    return { ...head, object: pair, matchKeys, fields: this.lines };
  }

  get hints(): readonly Hint[] {
    const { content, sides } = this;
    if (content === undefined) return [];
    const byName = (fields: readonly Field[]): ReadonlyMap<string, Field> =>
      new Map(fields.map((field) => [field.name, field]));
    return checkDraft(content, {
      sage: byName(this.sageFields),
      salesforce: byName(this.salesforceFields),
      filled: { sage: sides.sage?.filled ?? [], salesforce: sides.salesforce?.filled ?? [] }
    });
  }

  get suggestions(): readonly Suggestion[] {
    return suggestLines({ sage: this.sageFields, salesforce: this.salesforceFields }, this.lines);
  }

  get problemsTab(): string {
    return fillIn(labels.problemsTab, String(this.hints.length));
  }

  get openLine(): Line | undefined {
    return this.lines.find(({ id }) => id === this.openId);
  }

  get layoutClass(): string {
    return this.openLine === undefined ? 'layout' : 'layout layout_open';
  }

  get isChanged(): boolean {
    const { saved, inForce, lines } = this;
    if (this.draft === undefined || saved === undefined) return false;
    if (saved.length === 0) return JSON.stringify(lines) !== JSON.stringify(inForce?.fields ?? []);
    return !isSaved(lines, saved);
  }

  get hasSyncObject(): boolean {
    return this.record.kind === 'ready' && this.record.value !== undefined;
  }

  get isNotSetUp(): boolean {
    return this.record.kind === 'ready' && this.record.value === undefined;
  }

  get draftState(): string {
    if (this.progress !== undefined) return this.progress;
    if (this.isChanged) return labels.unsaved;
    return (this.saved?.length ?? 0) === 0 ? labels.untouched : labels.savedState;
  }

  get versionState(): string {
    return fillIn(labels.inForceNow, versionInWords(this.inForceVersion));
  }

  get inForceVersion(): number {
    return this.view?.version ?? 0;
  }

  get cannotSave(): boolean {
    return !this.isChanged || !this.hasSyncObject || this.progress !== undefined || this.lines.length === 0;
  }

  get cannotPublish(): boolean {
    return this.isChanged || !this.hasSyncObject || this.isWorking || this.progress !== undefined;
  }

  get cannotUndo(): boolean {
    return (this.draft?.past.length ?? 0) === 0;
  }

  get cannotRedo(): boolean {
    return (this.draft?.future.length ?? 0) === 0;
  }

  get draftIsSaved(): boolean {
    return !this.isChanged;
  }

  get lineItems(): readonly { id: string; words: string; open: string }[] {
    return this.lines.map((line) => {
      const words = lineInWords(line, this.sageFields, this.salesforceFields);
      return { id: line.id, words, open: `${labels.openLine}: ${words}` };
    });
  }

  get linesTab(): string {
    return fillIn(labels.lineList, String(this.lines.length));
  }

  // What people do

  handlePairChoice(event: CustomEvent<{ value: string }>): void {
    if (this.isChanged) this.wantedPair = event.detail.value;
    else this.choose(event.detail.value);
  }

  handleLeave(): void {
    if (this.wantedPair !== undefined) this.choose(this.wantedPair);
  }

  handleStay(): void {
    this.wantedPair = undefined;
  }

  handleRetry(): void {
    this.problem = undefined;
    this.askedFor = undefined;
    this.hasAskedPairs = false;
  }

  handleConnect({ detail }: CustomEvent<{ sage: string; salesforce: string }>): void {
    const sage = this.sageFields.find(({ name }) => name === detail.sage);
    const salesforce = this.salesforceFields.find(({ name }) => name === detail.salesforce);
    if (sage === undefined || salesforce === undefined) return;
    this.add([newLine({ sage, salesforce }, this.direction, this.takenIds)]);
  }

  handleConstant({ detail }: CustomEvent<{ side: Side; name: string }>): void {
    const field = this.sides[detail.side]?.fields.find(({ name }) => name === detail.name);
    if (field === undefined) return;
    const ends = detail.side === 'sage' ? { sage: field } : { salesforce: field };
    // A constant goes to the side that has the field.
    const line = newLine(ends, this.direction, this.takenIds);
    this.add([{ ...line, direction: detail.side === 'sage' ? 'to-sage' : 'to-salesforce' }]);
  }

  handleAccept({ detail }: CustomEvent<{ suggestions: readonly Suggestion[] }>): void {
    const taken = [...this.takenIds];
    const lines = detail.suggestions.map((suggestion) => {
      const line = lineOfSuggestion(suggestion, this.direction, taken);
      taken.push(line.id);
      return line;
    });
    this.act({ kind: 'add', lines });
    this.announcement = lines
      .map((line) => fillIn(labels.lineAdded, lineInWords(line, this.sageFields, this.salesforceFields)))
      .join(' ');
  }

  handleOpenLine({ detail }: CustomEvent<{ id: string }>): void {
    this.open(detail.id);
  }

  handleOpenItem(event: Event): void {
    const { currentTarget } = event;
    const id = currentTarget instanceof HTMLElement ? currentTarget.dataset.line : undefined;
    if (id !== undefined) this.open(id);
  }

  handleCloseLine(): void {
    this.openId = undefined;
  }

  handleLineChange({ detail }: CustomEvent<{ line: Line }>): void {
    this.act({ kind: 'change', line: detail.line });
  }

  handleRemoveLine({ detail }: CustomEvent<{ id: string }>): void {
    this.act({ kind: 'remove', id: detail.id });
    if (this.openId === detail.id) this.openId = undefined;
    this.announcement = fillIn(labels.lineRemoved, detail.id);
  }

  handleAnnounce({ detail }: CustomEvent<{ text: string }>): void {
    this.announcement = detail.text;
  }

  handleUndo(): void {
    this.act({ kind: 'undo' });
    this.announcement = announcements.undone;
  }

  handleRedo(): void {
    this.act({ kind: 'redo' });
    this.announcement = announcements.redone;
  }

  handleKey(event: KeyboardEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    const { target } = event;
    // In an input the browser's own undo is meant.
    if (target instanceof HTMLElement && /^(input|textarea)$/i.test(target.tagName)) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) this.handleUndo();
    else if (key === 'y' || key === 'z') this.handleRedo();
    else return;
    event.preventDefault();
  }

  handleSampleKey(event: CustomEvent<{ value: string }>): void {
    this.sampleKey = event.detail.value;
  }

  handleShowSample(): void {
    if (this.pair === undefined) return;
    this.askSides(this.pair, this.sampleKey.trim() === '' ? undefined : this.sampleKey.trim());
  }

  handleSave(): void {
    this.save().catch(() => undefined);
  }

  handleRunPreview({ detail }: CustomEvent<{ sample: number; keys: string | undefined }>): void {
    const { content, pair } = this;
    if (content === undefined || pair === undefined) return;
    this.isTrying = true;
    this.previewProblem = undefined;
    const request = { pair, content: JSON.stringify(content), ...detail };
    this.question(
      (transport) => askPreview(transport, request),
      (asked) => {
        this.isTrying = false;
        if (asked.kind === 'answer') this.preview = asked.value;
        else this.previewProblem = asked.problem;
      }
    );
  }

  handlePublish(): void {
    this.publishes = true;
    this.publishProblem = undefined;
  }

  handleComment(event: CustomEvent<{ value: string }>): void {
    this.comment = event.detail.value;
  }

  handleCancelPublish(): void {
    this.publishes = false;
  }

  handlePublishNow(): void {
    const { pair, comment } = this;
    if (pair === undefined) return;
    this.isWorking = true;
    this.question(
      (transport) => publish(transport, { pair, comment }),
      (asked) => {
        this.isWorking = false;
        if (asked.kind === 'problem') {
          this.publishProblem = asked.problem;
          return;
        }
        const { version, changed } = asked.value;
        this.publishes = false;
        this.comment = '';
        this.announcement = fillIn(changed ? labels.published : labels.publishedSame, String(version));
        this.loadView(pair);
      }
    );
  }

  handleCompare({ detail }: CustomEvent<{ before: number; after: number | undefined }>): void {
    const { pair } = this;
    if (pair === undefined) return;
    this.withVersions(
      (transport) => askComparison(transport, { pair, ...detail }),
      (comparison) => (this.comparison = comparison)
    );
  }

  handleRollBack({ detail }: CustomEvent<{ toVersion: number }>): void {
    const { pair } = this;
    if (pair === undefined) return;
    this.withVersions(
      (transport) => rollBack(transport, { pair, toVersion: detail.toVersion }),
      ({ version }) => {
        this.announcement = fillIn(labels.published, String(version));
        this.loadView(pair);
      }
    );
  }

  handleExport({ detail }: CustomEvent<{ version: number }>): void {
    const { pair } = this;
    if (pair === undefined) return;
    this.withVersions(
      (transport) => askMapping(transport, pair, detail.version),
      ({ content }) => {
        this.exportName = `${pair}-${detail.version}.json`;
        this.exportAddress = `data:application/json;charset=utf-8,${encodeURIComponent(content)}`;
      }
    );
  }

  handleImport({ detail }: CustomEvent<{ content: Content }>): void {
    const { object, fields } = detail.content;
    if (object !== this.pair) {
      this.announcement = fillIn(labels.importOther, object);
      return;
    }
    this.act({ kind: 'replace', lines: fields });
    this.announcement = fillIn(labels.imported, String(fields.length));
  }

  // How it is done

  private get direction(): Content['direction'] {
    return this.content?.direction ?? 'both';
  }

  private get takenIds(): readonly string[] {
    return this.lines.map(({ id }) => id);
  }

  private choose(pair: string): void {
    this.wantedPair = undefined;
    this.pair = pair;
    this.record = { kind: 'loading' };
    this.saved = undefined;
    this.view = undefined;
    this.inForce = undefined;
    this.sides = { sage: undefined, salesforce: undefined };
    this.draft = undefined;
    this.openId = undefined;
    this.preview = undefined;
    this.comparison = undefined;
    this.publishes = false;
    this.exportAddress = undefined;
    this.problem = undefined;
    this.sampleKey = '';
  }

  private load(pair: string): void {
    this.loadView(pair);
    this.askSides(pair, undefined);
  }

  private loadView(pair: string): void {
    this.take(
      (transport) => askMapping(transport, pair),
      (view) => {
        if (pair !== this.pair) return;
        this.inForce = readContent(view.content);
        this.view = view;
        this.begin();
      }
    );
  }

  /** Sage’s first: its answer says which record Salesforce’s values are to be of. */
  private askSides(pair: string, key: string | undefined): void {
    this.take(
      (transport) => askFields(transport, { pair, side: 'sage', key }),
      (sage) => {
        if (pair !== this.pair) return;
        this.sampleKey = sage.sampleKey ?? '';
        this.take(
          (transport) => askFields(transport, { pair, side: 'salesforce', key: sage.sampleKey }),
          (salesforce) => {
            if (pair === this.pair) this.sides = { sage, salesforce };
          }
        );
      }
    );
  }

  /** Begins to draw as soon as rows and the version in force are there. */
  private begin(): void {
    const { saved, inForce } = this;
    if (this.draft !== undefined || saved === undefined || inForce === undefined) return;
    this.draft = draftOf(saved.length > 0 ? saved.map(({ line }) => line) : inForce.fields);
  }

  private act(act: DraftAct): void {
    if (this.draft === undefined) return;
    this.draft = afterAct(this.draft, act);
    this.askLiveSoon();
  }

  private add(lines: readonly Line[]): void {
    this.act({ kind: 'add', lines });
    const [line] = lines;
    if (line === undefined) return;
    this.announcement = fillIn(labels.lineAdded, lineInWords(line, this.sageFields, this.salesforceFields));
    this.openId = line.id;
    this.askLiveSoon();
  }

  private open(id: string): void {
    this.openId = id;
    this.template?.querySelector<Canvas>('[data-id="canvas"]')?.showLine(id);
    this.askLiveSoon();
  }

  private askLiveSoon(): void {
    clearTimeout(this.timer);
    this.lastLive += 1;
    if (this.openLine === undefined) return;
    this.live = { kind: 'asking' };
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits for the end of typing; cleared with the component
    this.timer = setTimeout(() => this.askLive(), LIVE_AFTER_MS);
  }

  private askLive(): void {
    const { content, pair, openLine, sampleKey } = this;
    if (content === undefined || pair === undefined || openLine === undefined) return;
    if (sampleKey === '') {
      this.live = { kind: 'none' };
      return;
    }
    const question = this.lastLive;
    const request = { pair, content: JSON.stringify(content), keys: sampleKey };
    this.question(
      (transport) => askPreview(transport, request),
      (asked) => {
        if (question === this.lastLive) this.live = liveOf(asked, openLine.id);
      }
    );
  }

  private async save(): Promise<void> {
    const { record, saved, lines } = this;
    if (record.kind !== 'ready' || record.value === undefined || saved === undefined) return;
    const { configId, syncObjectId } = record.value;
    const place = { configId, syncObjectId, object: this.objectName };
    this.saveProblem = undefined;
    this.progress = savingInWords(0, lines.length);
    const outcome = await saveDraft(lines, saved, place, (done, all) => {
      this.progress = savingInWords(done, all);
    });
    this.progress = undefined;
    this.saved = outcome.saved;
    this.saveProblem = outcome.problem;
    if (outcome.problem === undefined) this.announcement = announcements.saved;
  }

  private withVersions<T>(
    question: (transport: Transport) => Promise<Asked<T>>,
    onAnswer: (value: T) => void
  ): void {
    this.isWorking = true;
    this.versionProblem = undefined;
    this.question(question, (asked) => {
      this.isWorking = false;
      if (asked.kind === 'answer') onAnswer(asked.value);
      else this.versionProblem = asked.problem;
    });
  }

  /** Asks; what goes wrong is the page's problem. */
  private take<T>(question: (transport: Transport) => Promise<Asked<T>>, onAnswer: (value: T) => void): void {
    this.question(question, (asked) => {
      if (asked.kind === 'answer') onAnswer(asked.value);
      else this.problem = asked.problem;
    });
  }

  /** Asks and takes what comes; a fault of the page itself is shown as one. */
  private question<T>(
    question: (transport: Transport) => Promise<Asked<T>>,
    onAsked: (asked: Asked<T>) => void
  ): void {
    this.settle(question)
      .then(onAsked)
      .catch((error: unknown) => (this.problem = reduceErrors(error)));
  }

  /** In a microtask: this component is rendered before the transport in it is connected. */
  private async settle<T>(question: (transport: Transport) => Promise<Asked<T>>): Promise<Asked<T>> {
    await Promise.resolve();
    const transport: unknown = this.refs?.transport;
    if (!isTransport(transport)) throw new Error('The transport is not on the page.');
    return question(transport);
  }
}

function isTransport(value: unknown): value is Transport {
  return typeof value === 'object' && value !== null && 'request' in value;
}
