import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { updateRecord } from 'lightning/uiRecordApi';
import { reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import type { Transport } from 'c/sageOperation';
import { askEstimate, switchFields } from 'c/syncObjectModel';
import type { Estimate, PairRow } from 'c/syncObjectModel';
import { consequencesOf, estimateInWords, labels, needsInWords } from './switchWords';

/**
 * Says what switching a pair on will do and what it comes to, and switches it on. Closes with the number of records that
 * the first run is expected to read, with true where that is not known, and with nothing when it was left.
 */
export default class SyncObjectSwitch extends LightningModal {
  @api row: PairRow | undefined;

  readonly labels = labels;
  estimate: Estimate | undefined;
  /** Why there is no estimate; the pair can be switched on all the same. */
  estimateProblem: Problem | undefined;
  /** Why it was not switched on. */
  problem: Problem | undefined;
  isSaving = false;

  private hasAsked = false;

  renderedCallback(): void {
    if (this.hasAsked) return;
    this.hasAsked = true;
    this.askForEstimate();
  }

  get consequences(): readonly string[] {
    return this.row === undefined ? [] : consequencesOf(this.row);
  }

  get estimates(): readonly string[] | undefined {
    return this.estimate && estimateInWords(this.estimate);
  }

  get needs(): string | undefined {
    return this.row && needsInWords(this.row);
  }

  get isEstimating(): boolean {
    return this.estimate === undefined && this.estimateProblem === undefined;
  }

  handleRetry(): void {
    this.askForEstimate();
  }

  handleCancel(): void {
    this.close();
  }

  handleSwitchOn(): void {
    const id = this.row?.object?.id;
    if (id === undefined) return;
    this.isSaving = true;
    this.problem = undefined;
    updateRecord({ fields: switchFields(id, true) })
      .then(() => this.close(this.estimate?.records ?? true))
      .catch((error: unknown) => (this.problem = reduceErrors(error)))
      .finally(() => (this.isSaving = false));
  }

  private askForEstimate(): void {
    this.estimateProblem = undefined;
    // In a microtask: this dialog is rendered before the transport in it is connected.
    Promise.resolve()
      .then(() => this.ask())
      .catch((error: unknown) => (this.estimateProblem = reduceErrors(error)));
  }

  private async ask(): Promise<void> {
    const transport: unknown = this.refs?.transport;
    if (this.row === undefined || !isTransport(transport))
      throw new Error('The transport is not on the page.');
    const asked = await askEstimate(transport, this.row.pair);
    if (asked.kind === 'answer') this.estimate = asked.value;
    else this.estimateProblem = asked.problem;
  }
}

function isTransport(value: unknown): value is Transport {
  return typeof value === 'object' && value !== null && 'request' in value;
}
