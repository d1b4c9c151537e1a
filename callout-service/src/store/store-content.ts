import { createIdempotencyKeys } from './jobs/idempotency-keys.ts';
import { createJobs } from './jobs/jobs.ts';
import { createPublications } from './jobs/publications.ts';
import { createAlerts } from './operation/alerts.ts';
import { createAudit } from './operation/audit.ts';
import { createSchedules } from './operation/schedules.ts';
import { createStoredAnswers } from './operation/stored-answers.ts';
import type { StoreContent } from './port/store.ts';
import { createChanges } from './records/changes.ts';
import { createCursors } from './records/cursors.ts';
import { createFingerprints } from './records/fingerprints.ts';
import { createLinks } from './records/links.ts';
import { createMappingVersions } from './records/mapping-versions.ts';
import { createSyncRuns } from './records/sync-runs.ts';
import type { StoreContext } from './store-context.ts';

/** Every part of the store, working with the database itself or within one transaction. */
export function storeContent(context: StoreContext): StoreContent {
  return {
    jobs: createJobs(context),
    publications: createPublications(context),
    idempotencyKeys: createIdempotencyKeys(context),
    links: createLinks(context),
    cursors: createCursors(context),
    fingerprints: createFingerprints(context),
    changes: createChanges(context),
    mappingVersions: createMappingVersions(context),
    syncRuns: createSyncRuns(context),
    schedules: createSchedules(context),
    alerts: createAlerts(context),
    answers: createStoredAnswers(context),
    audit: createAudit(context)
  };
}
