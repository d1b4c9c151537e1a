import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { ObjectPair } from '../../pairs/object-pair.ts';
import { estimateRun, type EstimateParts } from './estimate-run.ts';
import type { SyncRunParts } from './run-parts.ts';

/**
 * Refuses a run of everything that would use requests which are reserved for people.
 * @throws LB791
 */
export async function keepBudget(
  parts: Pick<SyncRunParts, 'salesforce' | 'apiReservePercent'> & EstimateParts,
  pair: ObjectPair
): Promise<void> {
  const { requests } = parts.salesforce.state();
  if (requests === undefined) return;
  const free = Math.floor((requests.limit * (100 - parts.apiReservePercent)) / 100) - requests.used;
  const { records, apiRequests } = await estimateRun(parts, pair);
  if (apiRequests <= free) return;
  throw new LedgerBridgeError('LB791', {
    detail:
      `${pair.label}: ${records} records take up to ${apiRequests} requests; ` +
      `${Math.max(0, free)} of today's ${requests.limit} are free besides those for people.`
  });
}
