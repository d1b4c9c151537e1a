import type { RecordOutcome } from '../port/salesforce-records.ts';
import type { RestGateway } from '../rest/rest-gateway.ts';
import type { CollectionRecord } from './collection.ts';
import type { PackageNamer } from './package-namer.ts';
import { outcomesOf } from './save-results.ts';
import { sendInParts } from './send-collection.ts';

/**
 * Deletes records, 200 in a request. One that has gone already is as it should be, so a request may be repeated.
 * Source: REST API Developer Guide, sObject Collections, Delete Records.
 */
export async function deleteRecords(
  gateway: RestGateway,
  namer: PackageNamer,
  object: string,
  ids: readonly string[]
): Promise<readonly RecordOutcome[]> {
  const records = ids.map((id): CollectionRecord => ({
    sent: { object, key: id, fields: {} },
    body: { id }
  }));
  const outcomes = await sendInParts(records, async (some) => {
    const named = some.map(({ sent }) => encodeURIComponent(sent.key ?? '')).join(',');
    const path = `${gateway.root}/composite/sobjects?ids=${named}&allOrNone=false`;
    const answer = await gateway.send({ kind: 'delete', method: 'DELETE', path, repeatable: true });
    return outcomesOf(answer, some, (name) => namer.fromOrg(name));
  });
  return outcomes.map((outcome, index) => goneIsDeleted(outcome, ids[index] ?? ''));
}

/** A record that is not there any more (LB706) is deleted. */
export function goneIsDeleted(outcome: RecordOutcome, id: string): RecordOutcome {
  const isGone = !outcome.ok && outcome.error.code === 'LB706';
  return isGone ? { ok: true, id, created: false } : outcome;
}
