import { LightningElement, api } from 'lwc';
import { runAutolaunchedFlow } from './runAutolaunchedFlow';
import type { FlowInputVariable, InterviewEnd } from './runAutolaunchedFlow';

/**
 * `lightning-flow` for flows without screens, run by the org in the user's own context. Fires `statuschange`
 * once, with FINISHED_SCREEN and the output variables, or with ERROR; shows the default message that the
 * platform shows at the end of such a flow.
 */
export default class Flow extends LightningElement {
  @api flowFinishBehavior: 'NONE' | 'RESTART' | undefined;
  @api flowInputVariables: FlowInputVariable[] | undefined;
  message = '';
  private name: string | undefined;
  /** Counts interviews, so that the end of one that was replaced or removed is not reported. */
  private interview = 0;

  @api
  get flowApiName(): string | undefined {
    return this.name;
  }
  set flowApiName(value: string | undefined) {
    this.name = value;
    if (this.isConnected) this.startSoon();
  }

  /** Starts an interview from code. */
  @api
  startFlow(flowApiName: string, flowInputVariables?: FlowInputVariable[]): void {
    this.name = flowApiName;
    this.flowInputVariables = flowInputVariables;
    this.startSoon();
  }

  connectedCallback(): void {
    if (this.name) this.startSoon();
  }

  disconnectedCallback(): void {
    this.interview += 1;
  }

  /** In a microtask: a template sets the flow's name and its inputs one after the other. */
  private startSoon(): void {
    const interview = (this.interview += 1);
    this.message = '';
    void Promise.resolve().then(() => this.run(interview));
  }

  private async run(interview: number): Promise<void> {
    const { name } = this;
    if (interview !== this.interview || !name) return;
    const end = await runAutolaunchedFlow(name, this.flowInputVariables ?? []);
    if (interview !== this.interview) return;
    this.message = end.status === 'ERROR' ? end.errorMessage : 'Your flow finished.';
    this.announce(name, end);
  }

  private announce(flowTitle: string, end: InterviewEnd): void {
    const detail = { activeStages: [], currentStage: null, flowTitle, guid: crypto.randomUUID(), ...end };
    this.dispatchEvent(new CustomEvent('statuschange', { detail }));
  }
}
