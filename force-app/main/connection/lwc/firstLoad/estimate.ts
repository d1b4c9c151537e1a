import type { Asked, OperationAnswer } from 'c/sageOperation';

/** What loading everything of an object would come to. */
export interface Estimate {
  /** In Sage. */
  readonly records: number;
  /** Those that Salesforce has already. */
  readonly linked: number;
  /** Requests to Salesforce, at most. */
  readonly apiRequests: number;
  /** That new records take in Salesforce. */
  readonly storageMegabytes: number;
}

const NOTHING: Estimate = { records: 0, linked: 0, apiRequests: 0, storageMegabytes: 0 };

/** Reads the typed answer of `estimateSync`. Throws a `JsonFault` for one that is not what was agreed. */
export function readEstimate(answer: OperationAnswer): Estimate {
  return {
    records: answer.number('records'),
    linked: answer.number('linked'),
    apiRequests: answer.number('apiRequests'),
    storageMegabytes: answer.number('storageMegabytes')
  };
}

/** All of them together. */
export function totalOf(estimates: readonly Estimate[]): Estimate {
  return estimates.reduce(
    (sum, each) => ({
      records: sum.records + each.records,
      linked: sum.linked + each.linked,
      apiRequests: sum.apiRequests + each.apiRequests,
      storageMegabytes: sum.storageMegabytes + each.storageMegabytes
    }),
    NOTHING
  );
}

/** Those pairs that could be counted, with their estimates. */
export function countedIn(
  estimates: ReadonlyMap<string, Asked<Estimate>>
): readonly (readonly [pair: string, estimate: Estimate])[] {
  return [...estimates].flatMap(([pair, asked]) => {
    if (asked.kind === 'problem') return [];
    return [[pair, asked.value] as const];
  });
}
