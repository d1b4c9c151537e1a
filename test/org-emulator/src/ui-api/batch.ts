import { errorsOf } from '../errors/several-errors.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';

/** One answer of several in a batch (User Interface API Developer Guide, "Batch Result Item"). */
export interface BatchItem {
  readonly statusCode: number;
  readonly result: unknown;
}

/** Answers each of `keys` by itself: one that is refused does not spoil the others. */
export function batchOf(keys: readonly string[], answer: (key: string) => unknown): readonly BatchItem[] {
  return keys.map((key) => {
    try {
      return { statusCode: 200, result: answer(key) };
    } catch (error) {
      if (!(error instanceof SalesforceError)) throw error;
      return refusedItem(error);
    }
  });
}

/** A refusal as it stands in a batch. */
export function refusedItem(error: SalesforceError): BatchItem {
  const result = errorsOf(error).map(({ code, message }) => ({ errorCode: code, message }));
  return { statusCode: error.status, result };
}

/** Whether any of them is refused. */
export function hasErrors(results: readonly BatchItem[]): boolean {
  return results.some(({ statusCode }) => statusCode >= 400);
}
