import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQLResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import { SETTLED_QUERY, settledIn } from './settled';
import type { SettledFailure } from './settled';
import { labels, stateInWords } from './settledWords';

/** Failures that were settled already, as their records in Salesforce say: what became of each, and who decided. */
export default class FailureSettled extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  readonly query = SETTLED_QUERY;
  failures: readonly SettledFailure[] | undefined;
  problem: Problem | undefined;

  private refreshRows: (() => Promise<void>) | undefined;

  @wire(graphql, { query: '$query' })
  handleFailures(result: GraphQLResult): void {
    this.refreshRows = result.refresh ?? this.refreshRows;
    const [error] = result.errors ?? [];
    this.problem = error === undefined ? undefined : reduceErrors(error.message);
    this.failures = settledIn(result) ?? this.failures;
  }

  /** Reads the records again. */
  @api
  refresh(): void {
    this.refreshRows?.().catch(() => undefined);
  }

  get rows(): readonly (SettledFailure & { readonly stateWords: string; readonly who: string })[] {
    return (this.failures ?? []).map((failure) => ({
      ...failure,
      stateWords: stateInWords(failure.state),
      who: failure.by === '' ? labels.nobody : failure.by
    }));
  }

  get isLoading(): boolean {
    return this.failures === undefined && this.problem === undefined;
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get isEmpty(): boolean {
    return this.failures !== undefined && !this.hasRows;
  }

  handleOpen({ currentTarget }: Event): void {
    const recordId = currentTarget instanceof HTMLElement ? currentTarget.dataset.recordId : undefined;
    if (recordId === undefined) return;
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, actionName: 'view' }
    });
  }
}
