import { Router } from 'express';
import type { Org } from '../org.ts';
import { ok, queryParameter, resource, type RestAnswer, type RestCall } from '../rest/resource.ts';
import type { BulkJob } from './bulk-job.ts';
import { ingestResources } from './ingest-resources.ts';
import { jobHead } from './job-representation.ts';
import { queryJobResources } from './query-job-resources.ts';

/** Jobs of one page of their list. */
const jobsOfPage = 1000;

/** Bulk API 2.0: ingest and query jobs, below `jobs`. */
export function bulkResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  for (const kind of ['ingest', 'query'] as const) {
    router.get(
      `/${kind}`,
      resource(org, (call) => listJobs(call, kind))
    );
  }
  router.use('/ingest', ingestResources(org));
  router.use('/query', queryJobResources(org));
  return router;
}

function listJobs({ org, access, request, version }: RestCall, kind: BulkJob['kind']): RestAnswer {
  const jobs = org.bulkJobs.all
    .filter((job) => job.kind === kind && job.createdById === access.userId)
    .toReversed();
  const from = Number(queryParameter(request, 'queryLocator') ?? 0);
  const until = from + jobsOfPage;
  const done = until >= jobs.length;
  return ok({
    done,
    records: jobs.slice(from, until).map(jobHead),
    nextRecordsUrl: done ? null : `/services/data/${version}/jobs/${kind}?queryLocator=${until}`
  });
}
