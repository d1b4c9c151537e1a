import { DateTime } from 'luxon';
import { salesforceId } from '../../canonical/salesforce-id.ts';
import type { SalesforceRecords, SalesforceRow } from '../../salesforce/port/salesforce-records.ts';
import type { Store } from '../../store/port/store.ts';
import type { Logger } from '../../telemetry/logger.ts';
import type { ChangeInterest } from './change-interest.ts';
import { jobsOf, type RecordChange } from './record-change.ts';

/** A change counts from its own moment on, and becomes visible when its transaction ends: ten minutes later at most. */
const OVERLAP_MS = 15 * 60_000;

/** Jobs that are enqueued in one transaction. */
const AT_ONCE = 200;

export interface RereadParts {
  readonly records: Pick<SalesforceRecords, 'query'>;
  readonly store: Pick<Store, 'transaction'>;
  readonly logger: Logger;
}

/** What is to be read again: records of one object that changed since a moment, for these pairs. */
export interface Reread {
  readonly object: string;
  readonly interests: readonly ChangeInterest[];
  /** ISO 8601 in UTC; undefined for all records. */
  readonly since: string | undefined;
  /** For the log. */
  readonly reason: string;
}

/**
 * Finds by a query what no event told: every record that changed since, deleted ones of the recycle bin included. A record
 * that was found as it is now before is not taken again. The log says what was done.
 * @throws LedgerBridgeError LB70x, LB60x.
 */
export async function reread(
  parts: RereadParts,
  { object, interests, since, reason }: Reread
): Promise<void> {
  if (interests.length === 0) return;
  let [found, enqueued] = [0, 0];
  for await (const page of parts.records.query(queryOf(object, since), { withDeleted: true })) {
    const changes = page.flatMap(changeOf);
    found += changes.length;
    for (let start = 0; start < changes.length; start += AT_ONCE) {
      enqueued += await enqueue(parts.store, interests, changes.slice(start, start + AT_ONCE));
    }
  }
  parts.logger.warn({ object, since, reason, found, enqueued }, 'Changes were looked for by a query');
}

function queryOf(object: string, since: string | undefined): string {
  const from =
    since === undefined
      ? ''
      : ` WHERE SystemModstamp >= ${DateTime.fromISO(since, { zone: 'utc' }).minus(OVERLAP_MS).toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'")}`;
  return `SELECT Id, IsDeleted, SystemModstamp FROM ${object}${from} ORDER BY SystemModstamp, Id`;
}

function changeOf({ Id: id, IsDeleted: isDeleted, SystemModstamp: stamp }: SalesforceRow): RecordChange[] {
  const known = typeof id === 'string' ? salesforceId(id) : undefined;
  if (known === undefined || typeof stamp !== 'string') return [];
  const because = isDeleted === true ? 'deleted' : 'gap';
  return [{ salesforceId: known, because, identity: `${because}:${stamp}` }];
}

function enqueue(
  store: RereadParts['store'],
  interests: readonly ChangeInterest[],
  changes: readonly RecordChange[]
): Promise<number> {
  return store.transaction(async (within) => {
    let added = 0;
    for (const interest of interests) {
      const jobs = await within.jobs.enqueueAll(await jobsOf(within, interest, changes));
      added += jobs.filter(({ duplicate }) => !duplicate).length;
    }
    return added;
  });
}
