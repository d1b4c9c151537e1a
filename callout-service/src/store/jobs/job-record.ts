import type { Selectable } from 'kysely';
import { fromJsonText } from '../json-text.ts';
import { isoOf, isoOrUndefined } from '../moment.ts';
import type { JobRecord } from '../port/job.ts';
import type { JobTable } from '../schema/job-tables.ts';

/** A row as people see it. */
export function jobRecord(row: Selectable<JobTable>): JobRecord {
  return {
    id: row.id,
    lane: row.lane,
    key: row.key ?? undefined,
    state: row.state,
    payload: fromJsonText(row.payload_json),
    originalPayload: fromJsonText(row.original_payload_json),
    attempts: row.attempts,
    replays: row.replays,
    mustLookUp: row.must_look_up === 1,
    enqueuedAt: isoOf(row.enqueued_at),
    runAt: isoOf(row.run_at),
    leaseUntil: isoOrUndefined(row.lease_until),
    leasedBy: row.leased_by ?? undefined,
    finishedAt: isoOrUndefined(row.finished_at),
    lastErrorCode: row.last_error_code ?? undefined,
    skipReason: row.skip_reason ?? undefined
  };
}
