import { LightningElement, api } from 'lwc';
import CUSTOMER_NO from '@salesforce/schema/Account.Sage_Customer_No__c';
import { FlowRequestError } from 'c/flowRequest';
import type { FlowReply, FlowRequest } from 'c/flowRequest';
import { Interview, interviewKey, namespacePrefix } from './interview';
import type { FlowStatus } from './interview';

/** Above the service's own deadlines, so that its reason is seen rather than this one. */
const DEFAULT_TIMEOUT_MS = 15_000;

/**
 * The transport of every page that asks Sage something. A component cannot call out, and the package has no Apex; a
 * flow can. So each request runs an autolaunched flow in a hidden `lightning-flow` and becomes a promise of its
 * output variables. Shows nothing.
 */
export default class SageRequest extends LightningElement {
  /** The interviews that run now; one `lightning-flow` each. */
  interviews: readonly Interview[] = [];

  private readonly prefix = namespacePrefix(CUSTOMER_NO.fieldApiName);
  private isConnectedNow = false;
  private lastId = 0;

  /**
   * Runs the flow and resolves with its output variables. The same request, asked again while it runs, shares the
   * running interview and its timeout. Rejects with a `FlowRequestError`.
   */
  @api
  request(request: FlowRequest): Promise<FlowReply> {
    if (!this.isConnectedNow) {
      return Promise.reject(new FlowRequestError('DISCONNECTED', request.flowApiName));
    }
    const key = interviewKey(request);
    const running = this.interviews.find((interview) => interview.key === key);
    return (running ?? this.start(request, key)).reply;
  }

  connectedCallback(): void {
    this.isConnectedNow = true;
  }

  disconnectedCallback(): void {
    this.isConnectedNow = false;
    const interrupted = this.interviews;
    this.interviews = [];
    interrupted.forEach((interview) => interview.fail('DISCONNECTED'));
  }

  handleStatusChange(event: CustomEvent<FlowStatus>): void {
    const { currentTarget } = event;
    const id = currentTarget instanceof HTMLElement ? currentTarget.dataset.interview : undefined;
    this.interviews.find((interview) => interview.id === id)?.handleStatus(event.detail);
  }

  private start(request: FlowRequest, key: string): Interview {
    this.lastId += 1;
    const interview: Interview = new Interview({
      id: `interview-${this.lastId}`,
      key,
      request,
      prefix: this.prefix,
      timeoutMs: request.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      onEnd: () => this.remove(interview)
    });
    this.interviews = [...this.interviews, interview];
    return interview;
  }

  private remove(ended: Interview): void {
    this.interviews = this.interviews.filter((interview) => interview !== ended);
  }
}
