import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import { presentMoment } from '../present-moment.ts';
import type { RetentionPolicy, RetentionReport } from '../port/upkeep.ts';
import { reading } from '../reading.ts';
import type { StoreContext } from '../store-context.ts';
import { deleteAuditEntries, deleteEndedRuns, deleteOldChanges } from './retention-history.ts';
import { deleteFinishedJobs } from './retention-jobs.ts';
import { deleteIdempotencyKeys } from './retention-keys.ts';

const DAY_MS = 86_400_000;
const MEGABYTE = 1_048_576;

/**
 * Deletes what is older than the policy keeps, then finished jobs before their time while the store is too large, and
 * gives the disk back what was freed. Outside of transactions; stopped anywhere it leaves a sound store.
 */
export async function retain(
  opened: OpenedDatabase,
  context: StoreContext,
  policy: RetentionPolicy
): Promise<RetentionReport> {
  const now = await context.inTransaction(presentMoment);
  const byAge = await deleteByAge(context, policy, now);
  const size = () => reading(context, (database) => opened.dialect.sizeBytes(database));
  const bySize = await deleteBySize(
    context,
    now,
    async () => (await size()) <= policy.maxMegabytes * MEGABYTE
  );
  await opened.dialect.giveBackSpace(opened.database);
  const bytes = await size();
  return {
    deleted: {
      ...byAge,
      doneJobs: byAge.doneJobs + bySize.doneJobs,
      failedJobs: byAge.failedJobs + bySize.failedJobs
    },
    sizeMegabytes: bytes / MEGABYTE,
    overLimit: bytes > policy.maxMegabytes * MEGABYTE
  };
}

/** Jobs before keys, so that a key whose job has just gone may go with it. */
async function deleteByAge(context: StoreContext, policy: RetentionPolicy, now: number) {
  const before = (days: number): number => now - days * DAY_MS;
  return {
    doneJobs: await deleteFinishedJobs(context, { kind: 'succeeded', until: before(policy.doneDays) }),
    failedJobs: await deleteFinishedJobs(context, { kind: 'failed', until: before(policy.failureDays) }),
    idempotencyKeys: await deleteIdempotencyKeys(context, before(policy.idempotencyKeyDays)),
    runs: await deleteEndedRuns(context, before(policy.runDays)),
    auditEntries: await deleteAuditEntries(context, before(policy.auditDays)),
    changes: await deleteOldChanges(context, before(policy.changeDays))
  };
}

/** Failures go last, since they are what people ask for; keys stay, since without them requests would be done twice. */
async function deleteBySize(context: StoreContext, now: number, enough: () => Promise<boolean>) {
  return {
    doneJobs: await deleteFinishedJobs(context, { kind: 'succeeded', until: now }, enough),
    failedJobs: await deleteFinishedJobs(context, { kind: 'failed', until: now }, enough)
  };
}
