import { ask } from 'c/sageOperation';
import type { Asked, Transport } from 'c/sageOperation';
import type { PairName } from './pairs';

/** What reading every record of a pair would come to. */
export interface Estimate {
  /** In Sage, filters left aside. */
  readonly records: number;
  /** Those that Salesforce has already. */
  readonly linked: number;
  /** Requests to Salesforce, at most. */
  readonly apiRequests: number;
  /** Storage that new records take in Salesforce. */
  readonly storageMegabytes: number;
}

/** Counting the records of a large table takes its time. */
const TIMEOUT_MS = 60_000;

export function askEstimate(transport: Transport, pair: PairName): Promise<Asked<Estimate>> {
  return ask(
    transport,
    'Sage_Estimate_Sync',
    { pair },
    (answer) => ({
      records: answer.number('records'),
      linked: answer.number('linked'),
      apiRequests: answer.number('apiRequests'),
      storageMegabytes: answer.number('storageMegabytes')
    }),
    { timeoutMs: TIMEOUT_MS }
  );
}
