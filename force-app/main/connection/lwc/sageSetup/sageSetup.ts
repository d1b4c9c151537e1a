import { LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import type { ObjectInfo } from 'lightning/uiObjectInfoApi';
import type { WireResult } from 'lightning/uiRecordApi';
import CONFIG from '@salesforce/schema/Integration_Config__c';
import { isMissingAccess, reduceErrors } from 'c/reduceErrors';
import { ask } from 'c/sageOperation';
import type { Asked, Transport } from 'c/sageOperation';
import type { StepState } from 'c/setupStep';
import { isComplete, NOTHING_YET } from './findings';
import type { Findings } from './findings';
import { readServiceStatus } from './serviceStatus';
import type { ServiceStatus } from './serviceStatus';
import { factsFailure, readFactsReply } from './setupFacts';
import type { SetupFacts } from './setupFacts';
import { announceTests, labels, stepWords, summaryInWords, testedAtInWords } from './setupWords';
import { firstFailed, firstNotInOrder, stepsOf, troubled } from './steps';
import type { Step, StepName } from './steps';

interface StepRow extends Step {
  readonly heading: string;
  readonly hint: string;
  readonly isOpen: boolean;
  readonly isCompany: boolean;
  readonly isLoad: boolean;
}

/** Connects Salesforce with Sage 100, step by step, and tests each prerequisite as it is opened and on demand. */
export default class SageSetup extends LightningElement {
  readonly labels = labels;
  readonly objectApiName = CONFIG.objectApiName;
  findings: Findings = NOTHING_YET;
  load: StepState = 'testing';
  /** The user may not even see that there are companies. */
  isHidden = false;
  openSteps: readonly StepName[] = [];
  /** When the last tests were through, ISO 8601. */
  testedAt: string | undefined;
  /** What a screen reader is told, politely. */
  announcement = '';

  private isTestWaiting = true;
  private hasOpenedOne = false;
  /** Counts the tests; what any but the last brings is dropped. */
  private lastTest = 0;

  /** Those of the tests before stay in use while new ones run, so that no form is taken away from under the hands. */
  private lastFacts: SetupFacts | undefined;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  handleInfo({ error }: WireResult<ObjectInfo>): void {
    this.isHidden = error !== undefined;
  }

  connectedCallback(): void {
    this.isTestWaiting = true;
  }

  renderedCallback(): void {
    if (!this.isTestWaiting) return;
    this.isTestWaiting = false;
    this.test();
  }

  disconnectedCallback(): void {
    this.lastTest += 1;
  }

  get isDenied(): boolean {
    const { status } = this.findings;
    return this.isHidden || (status.kind === 'problem' && isMissingAccess(status.problem));
  }

  get isTesting(): boolean {
    return !isComplete(this.findings);
  }

  get busy(): 'true' | 'false' {
    return this.isTesting ? 'true' : 'false';
  }

  get testLabel(): string {
    return this.isTesting ? labels.testing : labels.testAll;
  }

  get tested(): string | undefined {
    return this.testedAt === undefined ? undefined : testedAtInWords(this.testedAt);
  }

  get rows(): readonly StepRow[] {
    return this.steps.map((step) => ({
      ...step,
      ...stepWords[step.name],
      isOpen: this.openSteps.includes(step.name),
      isCompany: step.name === 'company',
      isLoad: step.name === 'load'
    }));
  }

  get summary(): string {
    return summaryInWords(this.inOrder, this.steps.length);
  }

  get percent(): number {
    return Math.round((this.inOrder / this.steps.length) * 100);
  }

  get barStyle(): string {
    return `width: ${this.percent}%`;
  }

  get companyId(): string | undefined {
    return this.facts?.company?.id;
  }

  /** The form waits for the facts: a form for a new company must not be shown where there is one. */
  get isCompanyKnown(): boolean {
    return this.facts !== undefined;
  }

  get pairs(): readonly string[] | undefined {
    return this.facts?.activePairs;
  }

  get requestsToday(): string | undefined {
    const { status } = this.findings;
    if (status.kind !== 'answer') return undefined;
    return status.value.prerequisites.find(({ name }) => name === 'salesforceRequests')?.finding;
  }

  handleTest(): void {
    this.test();
  }

  handleToggle(event: Event): void {
    const { currentTarget } = event;
    const name = currentTarget instanceof HTMLElement ? currentTarget.dataset.step : undefined;
    const found = this.steps.find((step) => step.name === name)?.name;
    if (found === undefined) return;
    // Whoever opens and closes by hand is not to be surprised.
    this.hasOpenedOne = true;
    this.openSteps = this.openSteps.includes(found)
      ? this.openSteps.filter((each) => each !== found)
      : [...this.openSteps, found];
  }

  handleLoadState(event: CustomEvent<{ state: StepState }>): void {
    this.load = event.detail.state;
  }

  handleSaved(): void {
    this.test();
  }

  private get steps(): readonly Step[] {
    return stepsOf(this.findings, this.load);
  }

  private get inOrder(): number {
    return this.steps.filter(({ state }) => state === 'ok').length;
  }

  private get facts(): SetupFacts | undefined {
    const { facts } = this.findings;
    return facts.kind === 'answer' ? facts.value : this.lastFacts;
  }

  private test(): void {
    this.lastTest += 1;
    const test = this.lastTest;
    this.findings = NOTHING_YET;
    this.announcement = '';
    const take = (found: Partial<Findings>): void => {
      if (test === this.lastTest) this.take(found);
    };
    // In a microtask: the transport inside is connected after this component.
    const asked = Promise.resolve().then(() => this.transport());
    asked
      .then((transport) => askStatus(transport))
      .then((status) => take({ status }))
      .catch((error: unknown) => take({ status: { kind: 'problem', problem: reduceErrors(error) } }));
    asked
      .then((transport) => askFacts(transport))
      .then((facts) => take({ facts }))
      .catch((error: unknown) => take({ facts: factsFailure(error) }));
    asked
      .then((transport) => askReader(transport))
      .then((reader) => take({ reader }))
      .catch((error: unknown) => take({ reader: { kind: 'problem', problem: reduceErrors(error) } }));
  }

  private take(found: Partial<Findings>): void {
    this.findings = { ...this.findings, ...found };
    if (found.facts?.kind === 'answer') this.lastFacts = found.facts.value;
    if (isComplete(this.findings)) this.finish();
  }

  private finish(): void {
    this.testedAt = new Date().toISOString();
    this.announcement = announceTests(troubled(this.steps).length);
    this.openWhatNeedsWork();
  }

  /** At first the step that is to be done next; later only one that failed, and none is closed under the hands. */
  private openWhatNeedsWork(): void {
    const wanted = this.hasOpenedOne ? firstFailed(this.steps) : firstNotInOrder(this.steps);
    this.hasOpenedOne = true;
    if (wanted === undefined || this.openSteps.includes(wanted)) return;
    this.openSteps = [...this.openSteps, wanted];
  }

  private transport(): Transport {
    const transport: unknown = this.refs?.transport;
    if (isTransport(transport)) return transport;
    throw new Error('The transport is not on the page.');
  }
}

function askStatus(transport: Transport): Promise<Asked<ServiceStatus>> {
  return ask(transport, 'Sage_Get_Status', {}, ({ json }) => readServiceStatus(json));
}

async function askFacts(transport: Transport): Promise<Asked<SetupFacts>> {
  const reply = await transport.request({ flowApiName: 'Sage_Setup_Facts', inputVariables: [] });
  return readFactsReply(reply);
}

function askReader(transport: Transport): Promise<Asked<string>> {
  return ask(transport, 'Sage_Setup_Facts_Reader', {}, ({ json }) => json);
}

function isTransport(value: unknown): value is Transport {
  return typeof value === 'object' && value !== null && 'request' in value;
}
