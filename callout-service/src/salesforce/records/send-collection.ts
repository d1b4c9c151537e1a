import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { ofRecord } from '../failures/record-failure.ts';
import type { RecordOutcome } from '../port/salesforce-records.ts';
import type { RestGateway } from '../rest/rest-gateway.ts';
import { chunksOf, type Collection, type CollectionRecord } from './collection.ts';
import type { PackageNamer } from './package-namer.ts';
import { outcomesOf } from './save-results.ts';
import { sendApart } from './send-apart.ts';

/**
 * Sends records in as few requests as there may be, one after the other, so that they are written in their order. When a
 * request fails of what the others would fail of too, those are not sent.
 * @throws LedgerBridgeError when no request had an answer, so that nothing can be told of any record.
 */
export function sendCollection(
  gateway: RestGateway,
  namer: PackageNamer,
  collection: Collection
): Promise<readonly RecordOutcome[]> {
  return sendInParts(collection.records, (records) =>
    sendApart(records, (some) => sendOnce(gateway, namer, collection, some))
  );
}

/** Parts of at most 200, by any request; as `sendCollection`. */
export async function sendInParts(
  all: readonly CollectionRecord[],
  send: (records: readonly CollectionRecord[]) => Promise<readonly RecordOutcome[]>
): Promise<readonly RecordOutcome[]> {
  const outcomes: RecordOutcome[] = [];
  let failure: LedgerBridgeError | undefined;
  for (const records of chunksOf(all)) {
    if (failure !== undefined) {
      outcomes.push(...allFailed(records, unsent(failure)));
      continue;
    }
    try {
      outcomes.push(...(await send(records)));
    } catch (error) {
      failure = asLedgerBridgeError(error);
      if (outcomes.length === 0) throw failure;
      outcomes.push(...allFailed(records, failure));
    }
  }
  return outcomes;
}

async function sendOnce(
  gateway: RestGateway,
  namer: PackageNamer,
  { kind, method, path, repeatable }: Collection,
  records: readonly CollectionRecord[]
): Promise<RecordOutcome[]> {
  const body = { allOrNone: false, records: records.map((record) => record.body) };
  const answer = await gateway.send({ kind, method, path: `${gateway.root}${path}`, body, repeatable });
  return outcomesOf(answer, records, (name) => namer.fromOrg(name));
}

function allFailed(records: readonly CollectionRecord[], failure: LedgerBridgeError): RecordOutcome[] {
  return records.map(({ sent }) => ({ ok: false, error: ofRecord(failure, sent) }));
}

/** Of records that stayed here because a request before theirs failed: nothing is in doubt about them. */
function unsent({ code, message, retryAfterMs }: LedgerBridgeError): LedgerBridgeError {
  return new LedgerBridgeError(code === 'LB709' ? 'LB701' : code, {
    detail: `The record was not sent, since one before it failed: ${message}`,
    ...(retryAfterMs !== undefined && { retryAfterMs })
  });
}
