import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { ofRecord } from '../failures/record-failure.ts';
import type { RecordOutcome } from '../port/salesforce-records.ts';
import type { CollectionRecord } from './collection.ts';

type Send = (records: readonly CollectionRecord[]) => Promise<RecordOutcome[]>;

/** Enough to find several bad records among 200; who sends nothing but bad ones does not use up the day's requests. */
const mostRequests = 40;

/**
 * Salesforce refuses a whole request when one value in it cannot be read (JSON_PARSER_ERROR). Such a list is sent in
 * halves, until the record at fault is alone and the others are written. Order is kept.
 */
export async function sendApart(records: readonly CollectionRecord[], send: Send): Promise<RecordOutcome[]> {
  let left = mostRequests;
  const inParts = async (some: readonly CollectionRecord[]): Promise<RecordOutcome[]> => {
    left -= 1;
    try {
      return await send(some);
    } catch (error) {
      if (!(error instanceof LedgerBridgeError) || error.code !== 'LB705') throw error;
      if (some.length === 1 || left < 2)
        return some.map(({ sent }) => ({ ok: false, error: ofRecord(error, sent) }));
      const half = Math.ceil(some.length / 2);
      return [...(await inParts(some.slice(0, half))), ...(await inParts(some.slice(half)))];
    }
  };
  return inParts(records);
}
