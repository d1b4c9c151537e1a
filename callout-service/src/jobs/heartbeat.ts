import type { Lease } from '../store/port/job.ts';
import type { Jobs } from '../store/port/jobs.ts';
import type { HeldJob } from './held-job.ts';
import { repeat, type Repetition } from './repetition.ts';
import type { StoreTrouble } from './store-trouble.ts';

export interface HeartbeatParts {
  readonly jobs: Pick<Jobs, 'extend'>;
  readonly held: () => Iterable<HeldJob>;
  readonly leaseMs: number;
  readonly trouble: StoreTrouble;
}

/** Extends the leases of all held jobs at a third of the lease, sooner again when that failed; tells of those lost. */
export function startHeartbeat({ jobs, held, leaseMs, trouble }: HeartbeatParts): Repetition {
  return repeat(async () => {
    const beating = [...held()].filter(({ beats }) => beats);
    if (beating.length === 0) return leaseMs / 3;
    const since = performance.now();
    try {
      const still = await jobs.extend(
        beating.map(({ job }) => job.lease),
        leaseMs
      );
      trouble.worked('extend');
      // Not by the job alone: this worker may have been given it again while its first handler still works.
      const leases = new Set(still.map(nameOf));
      for (const each of beating) {
        if (leases.has(nameOf(each.job.lease))) each.extended(since);
        else each.lose('taken');
      }
      return leaseMs / 3;
    } catch (error) {
      trouble.failed('extend', error);
      return leaseMs / 10;
    }
  });
}

function nameOf({ jobId, fence }: Lease): string {
  return `${jobId}/${fence}`;
}
