import { LightningElement, api, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import type { RecordRepresentation, WireResult } from 'lightning/uiRecordApi';
import type { FlowReply, FlowRequest } from 'c/flowRequest';
import { reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import type { Figures, Staleness } from './figures';
import { readCustomerNo, readSavedFigures, SAVED_FIELDS } from './savedFigures';
import { readSummaryReply } from './summaryReply';
import type { SummaryReply } from './summaryReply';
import {
  askingStarted,
  askingStopped,
  figuresOf,
  INITIAL_STATE,
  isDenied,
  isLinkedTo,
  isLoading,
  recordCame,
  recordFailed,
  replyCame
} from './summaryState';
import type { SummaryState } from './summaryState';
import { announce, labels, wordsFor } from './summaryWords';
import type { FigureWords } from './summaryWords';

const FLOW = 'Sage_Customer_Summary';

interface Transport {
  request(request: FlowRequest): Promise<FlowReply>;
}

/**
 * The Sage figures of an account: paints what is saved on the record at once, asks Sage through the flow, and shows
 * where each figure comes from and how old it is.
 */
export default class SageAccountSummary extends LightningElement {
  @api recordId: string | undefined;

  readonly labels = labels;
  state: SummaryState = INITIAL_STATE;
  /** What a screen reader is told, politely. */
  announcement = '';

  /** Set when Sage is to be asked as soon as the transport stands on the page. */
  private isQuestionWaiting = false;
  /** Counts the questions; the answer to any but the last is dropped. */
  private lastQuestion = 0;
  private hasAskedAgain = false;

  @wire(getRecord, { recordId: '$recordId', optionalFields: SAVED_FIELDS })
  handleRecord({ data, error }: WireResult<RecordRepresentation>): void {
    if (data !== undefined) this.takeRecord(data);
    else if (error !== undefined) this.state = recordFailed(reduceErrors(error));
    else this.state = INITIAL_STATE;
  }

  connectedCallback(): void {
    // Back on the page after a move: leaving it ended the request.
    this.isQuestionWaiting = this.state.link.kind === 'linked';
  }

  renderedCallback(): void {
    if (!this.isQuestionWaiting) return;
    this.isQuestionWaiting = false;
    this.ask();
  }

  disconnectedCallback(): void {
    this.lastQuestion += 1;
    this.state = askingStopped(this.state);
  }

  get figures(): Figures | undefined {
    return figuresOf(this.state);
  }

  get stale(): Staleness | undefined {
    return this.figures?.stale;
  }

  get words(): FigureWords | undefined {
    return this.figures && wordsFor(this.figures);
  }

  get isLoading(): boolean {
    return isLoading(this.state);
  }

  get isRefreshing(): boolean {
    return this.state.asking && !this.isLoading;
  }

  get isBusy(): boolean {
    return this.state.asking || this.isLoading;
  }

  /** For `aria-busy`, which wants the word. */
  get busy(): 'true' | 'false' {
    return this.isBusy ? 'true' : 'false';
  }

  get isDenied(): boolean {
    return isDenied(this.state);
  }

  get isNotLinked(): boolean {
    return this.state.link.kind === 'none';
  }

  get canRefresh(): boolean {
    return this.state.link.kind === 'linked';
  }

  get problem(): Problem | undefined {
    return this.isDenied ? undefined : this.state.problem;
  }

  handleRefresh(): void {
    if (this.canRefresh) this.ask();
  }

  private takeRecord(record: RecordRepresentation): void {
    const customerNo = readCustomerNo(record);
    const isKnown = typeof customerNo === 'string' && isLinkedTo(this.state, customerNo);
    this.state = recordCame(this.state, customerNo, readSavedFigures(record));
    if (isKnown) return;
    this.lastQuestion += 1;
    this.hasAskedAgain = false;
    this.isQuestionWaiting = typeof customerNo === 'string';
  }

  private ask(): void {
    this.lastQuestion += 1;
    const question = this.lastQuestion;
    this.state = askingStarted(this.state);
    // Else an answer with the same amount would leave the text as it is, and nothing would be read out.
    this.announcement = '';
    // In a microtask: back on the page, this component is rendered before the transport in it is connected.
    Promise.resolve()
      .then(() => this.request())
      .then(readSummaryReply, asProblem)
      .then((reply) => {
        if (question === this.lastQuestion) this.takeReply(reply);
      })
      .catch((error: unknown) => this.takeReply(asProblem(error)));
  }

  private async request(): Promise<FlowReply> {
    const transport: unknown = this.refs?.transport;
    if (!isTransport(transport)) throw new Error('The transport is not on the page.');
    return transport.request({
      flowApiName: FLOW,
      inputVariables: [{ name: 'recordId', type: 'String', value: this.recordId ?? '' }]
    });
  }

  private takeReply(reply: SummaryReply): void {
    if (reply.kind === 'figures' && this.isOfFormerCustomer(reply.figures)) {
      this.hasAskedAgain = true;
      this.ask();
      return;
    }
    this.state = replyCame(this.state, reply);
    if (reply.kind === 'figures') this.announcement = announce(reply.figures);
  }

  /**
   * The number on the account was changed while the flow ran, so that the answer may be about the customer of before.
   * Asked again once: when the second answer differs as well, the flow knows better than the page's record.
   */
  private isOfFormerCustomer(figures: Figures): boolean {
    return !this.hasAskedAgain && !isLinkedTo(this.state, figures.customerNo);
  }
}

function isTransport(value: unknown): value is Transport {
  return typeof value === 'object' && value !== null && 'request' in value;
}

function asProblem(error: unknown): SummaryReply {
  return { kind: 'problem', problem: reduceErrors(error) };
}
