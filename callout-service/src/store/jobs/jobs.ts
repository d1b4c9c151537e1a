import type { Jobs } from '../port/jobs.ts';
import type { StoreContext } from '../store-context.ts';
import { claim } from './claim.ts';
import { complete } from './complete.ts';
import { completeAndClaim } from './complete-and-claim.ts';
import { completeAll } from './complete-all.ts';
import { enqueueDrafts } from './enqueue.ts';
import { extend } from './extend.ts';
import { fail } from './fail.ts';
import { findJob } from './find-job.ts';
import { handBack } from './hand-back.ts';
import { deadCounts } from './dead-counts.ts';
import { draftsOf } from './job-draft.ts';
import { jobsOfKeys } from './jobs-of-keys.ts';
import { listJobs } from './list-jobs.ts';
import { reclaim } from './reclaim.ts';
import { replay } from './replay.ts';
import { skip } from './skip.ts';
import { nextDueAt, statistics } from './statistics.ts';

/** The state machine, in the database itself or within one transaction. */
export function createJobs(context: StoreContext): Jobs {
  return {
    async enqueue(job) {
      const [enqueued] = await enqueueDrafts(context, draftsOf([job]));
      if (enqueued === undefined) throw new Error('A job was put in and is not there');
      return enqueued;
    },
    enqueueAll: async (jobs) => enqueueDrafts(context, draftsOf(jobs)),
    claim: (request) => claim(context, request),
    extend: (leases, leaseMs) => extend(context, leases, leaseMs),
    complete: (lease) => complete(context, lease),
    completeAll: (leases) => completeAll(context, leases),
    completeAndClaim: (leases, request) => completeAndClaim(context, leases, request),
    fail: (lease, failure) => fail(context, lease, failure),
    handBack: (lease) => handBack(context, lease),
    reclaim: (lane) => reclaim(context, lane),
    replay: async (id, request) => replay(context, id, request),
    skip: (id, request) => skip(context, id, request),
    find: (id) => findJob(context, id),
    list: (filter) => listJobs(context, filter),
    ofKeys: (wanted) => jobsOfKeys(context, wanted),
    deadCounts: (filter) => deadCounts(context, filter),
    nextDueAt: (lane) => nextDueAt(context, lane),
    statistics: () => statistics(context)
  };
}
