import type { Interview } from '../interview.ts';
import type { FlowScreen } from '../screens/screen-definition.ts';

/** How an action may treat the running transaction (Metadata API, FlowTransactionModel). */
export type TransactionModel = 'Automatic' | 'CurrentTransaction' | 'NewTransaction';

/** Where an interview stops until something outside of the transaction has happened. */
export type Pause =
  /** A callout: `work` is awaited between two transactions. */
  | {
      readonly kind: 'outside';
      readonly model: TransactionModel;
      readonly work: () => Promise<void>;
    }
  /** Roll Back Records: everything since the transaction began is undone. */
  | { readonly kind: 'rollback' }
  /** A screen waits for its user. */
  | { readonly kind: 'screen'; readonly screen: FlowScreen; readonly interview: Interview }
  /** A wait element sleeps until a moment of the org's clock. */
  | { readonly kind: 'wait'; readonly until: Date };

/** Steps of an interview, which yields wherever it must pause. */
export type Steps<T> = Generator<Pause, T, void>;

/**
 * Awaits `work` between two transactions and answers its result. What it throws arrives where the element
 * runs, so a FlowFault takes the fault path.
 */
export function* outside<T>(model: TransactionModel, work: () => Promise<T>): Steps<T> {
  const results: T[] = [];
  yield {
    kind: 'outside',
    model,
    work: async () => {
      results.push(await work());
    }
  };
  for (const result of results) return result;
  throw new Error('A callout went on without a result');
}
