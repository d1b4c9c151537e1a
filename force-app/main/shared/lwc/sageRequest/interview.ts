import { FlowRequestError } from 'c/flowRequest';
import type { FlowFailure, FlowInput, FlowReply, FlowRequest } from 'c/flowRequest';

/** The detail of `lightning-flow`'s `statuschange`, as far as it is used. */
export interface FlowStatus {
  readonly status: string;
  readonly outputVariables?: readonly FlowOutput[] | null;
}

interface FlowOutput {
  readonly name: string;
  readonly value: unknown;
}

interface InterviewOptions {
  readonly id: string;
  readonly key: string;
  readonly request: FlowRequest;
  readonly prefix: string;
  readonly timeoutMs: number;
  /** Called once, when the interview has ended either way. */
  readonly onEnd: () => void;
}

/** One running flow and the promise of its reply, which is settled exactly once. */
export class Interview {
  readonly id: string;
  readonly key: string;
  readonly flowApiName: string;
  readonly inputVariables: readonly FlowInput[];
  readonly reply: Promise<FlowReply>;

  private resolve: (reply: FlowReply) => void = () => {};
  private reject: (error: FlowRequestError) => void = () => {};
  private readonly timer: ReturnType<typeof setTimeout>;
  private readonly onEnd: () => void;

  constructor(options: InterviewOptions) {
    this.id = options.id;
    this.key = options.key;
    this.flowApiName = `${options.prefix}${options.request.flowApiName}`;
    this.inputVariables = options.request.inputVariables;
    this.reply = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.onEnd = options.onEnd;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- the deadline; cleared as soon as the interview ends
    this.timer = setTimeout(() => this.fail('TIMEOUT'), options.timeoutMs);
  }

  /** Takes what `lightning-flow` reports. Other statuses, as STARTED, only say that the flow goes on. */
  handleStatus({ status, outputVariables }: FlowStatus): void {
    switch (status) {
      // The guide names FINISHED_SCREEN for flows without screens; FINISHED is that of a flow with screens.
      case 'FINISHED_SCREEN':
      case 'FINISHED':
        this.end();
        this.resolve({ outputs: collectOutputs(outputVariables ?? []) });
        break;
      case 'ERROR':
      case 'PAUSED':
        this.fail(status);
        break;
      default:
        break;
    }
  }

  /** Ends the interview without a reply. */
  fail(failure: FlowFailure): void {
    this.end();
    this.reject(new FlowRequestError(failure, this.flowApiName));
  }

  private end(): void {
    clearTimeout(this.timer);
    this.onEnd();
  }
}

/** Equal for requests that may share one interview: same flow, same inputs, in whatever order. */
export function interviewKey(request: FlowRequest): string {
  const inputs = request.inputVariables.map(({ name, type, value }) => JSON.stringify([name, type, value]));
  return [request.flowApiName, ...inputs.sort()].join('\n');
}

/**
 * The prefix that the package's namespace puts before its names, as `ledgerbridge__`; empty without a namespace. A
 * component learns it from a field of its own package, since `@salesforce/schema` gives the field's full name.
 */
export function namespacePrefix(fieldApiName: string): string {
  return /^([A-Za-z]\w*?__)\w+__c$/.exec(fieldApiName)?.[1] ?? '';
}

function collectOutputs(variables: readonly FlowOutput[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(variables.map(({ name, value }) => [name, value]));
}
