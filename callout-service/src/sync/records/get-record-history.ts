import { fitting } from '../../inquiry/fitting.ts';
import type { AuditEntry } from '../../store/port/audit.ts';
import type { JobHistory } from '../../store/port/job.ts';
import type { StoredLink } from '../../store/port/links.ts';
import type { Store } from '../../store/port/store.ts';
import type { Clock } from '../../telemetry/clock.ts';
import { engineAgreed } from '../engine/record/link-agreed.ts';
import type { ObjectPair } from '../pairs/object-pair.ts';
import { entryOfChange, entryOfJob, versionsInForce, type VersionAt } from './history-entries.ts';
import { historyPage, readCursor, type HistoryPage, type HistoryPlace } from './history-page.ts';
import {
  keysOfJobs,
  recordInQuestion,
  type RecordAsked,
  type RecordInQuestion
} from './record-in-question.ts';
import type { RecordHistory } from './record-schemas.ts';

const MOST_ENTRIES = 100;
const MOST_ACTS = 10;
const MOST_CHARACTERS_OF_AGREED = 15_000;

export interface RecordHistoryParts {
  readonly store: Pick<Store, 'links' | 'jobs' | 'changes' | 'audit' | 'mappingVersions'>;
  readonly pairs: readonly ObjectPair[];
  readonly clock: Clock;
}

export interface RecordHistoryRequest extends RecordAsked {
  /** From `nextCursor` of the page before. */
  readonly cursor?: string | undefined;
}

/**
 * Makes the history of one record: its link, its jobs with their failures and what people did to them, and what was told
 * of it to everyone. Rejects with LB787, and with LB108 for a cursor of another list.
 */
export function createRecordHistory(
  parts: RecordHistoryParts
): (request: RecordHistoryRequest) => Promise<RecordHistory> {
  return async ({ cursor, ...asked }) => {
    const place = readCursor(cursor);
    const record = await recordInQuestion(parts.store, parts.pairs, asked);
    const { entries, nextCursor } = await pageOf(parts, record, place);
    return {
      entity: record.pair?.entity ?? null,
      pair: record.pair?.name ?? null,
      sageKey: record.sageKey ?? null,
      salesforceId: record.salesforceId ?? null,
      link: record.link === undefined ? null : linkOf(record.link),
      entries: [...entries],
      ...(nextCursor !== undefined && { nextCursor }),
      asOf: parts.clock().toUTC().toISO()
    };
  };
}

async function pageOf(
  parts: RecordHistoryParts,
  record: RecordInQuestion,
  place: HistoryPlace
): Promise<HistoryPage> {
  const { store, clock } = parts;
  const versionAt = await versionsOf(parts, record);
  // One more than are shown tells whether more follow.
  const jobs = await store.jobs.ofKeys({
    keys: keysOfJobs(record),
    ...(place.job !== undefined && { before: place.job }),
    limit: MOST_ENTRIES + 1
  });
  const now = clock().toUTC().toISO();
  const jobEntries = await Promise.all(
    jobs.map(async (job) => entryOfJob(job, await actsOn(parts, job), { versionAt, now }))
  );
  const changes = await changesOf(parts, record, place);
  const changeEntries = changes.map((change) => entryOfChange(change, versionAt));
  return historyPage(jobEntries, changeEntries, { place, limit: MOST_ENTRIES });
}

async function versionsOf(
  { store }: RecordHistoryParts,
  { pair }: RecordInQuestion
): Promise<VersionAt | undefined> {
  return pair && versionsInForce(await store.mappingVersions.list(pair.name));
}

/** Asked for only where somebody did something. */
async function actsOn({ store }: RecordHistoryParts, job: JobHistory): Promise<readonly AuditEntry[]> {
  if (job.replays === 0 && job.skipReason === undefined) return [];
  return store.audit.list({ subject: `job ${job.id}`, limit: MOST_ACTS });
}

async function changesOf({ store }: RecordHistoryParts, record: RecordInQuestion, { change }: HistoryPlace) {
  const { pair, sageKey } = record;
  if (pair === undefined || sageKey === undefined) return [];
  const before = change === undefined ? {} : { before: change };
  return store.changes.ofRecord({ entity: pair.entity, sageKey, ...before, limit: MOST_ENTRIES + 1 });
}

function linkOf({ linkedAt, agreedAt, mappingVersion, agreed }: StoredLink): RecordHistory['link'] {
  const mapped = Object.entries(engineAgreed(agreed).mapped ?? {}).map(([id, { sage, salesforce }]) => ({
    id,
    sage: [...sage],
    salesforce: [...salesforce]
  }));
  return {
    linkedAt,
    agreedAt,
    mappingVersion: mappingVersion ?? null,
    agreed: [...fitting(mapped, MOST_CHARACTERS_OF_AGREED)]
  };
}
