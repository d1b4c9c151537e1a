import type { JobRecord, NewJob } from '../../store/port/job.ts';
import { lanes } from '../lanes.ts';
import type { SyncFailure } from './payloads.ts';

/** How a failure record shows its job. */
export type FailureState = 'Open' | 'Replayed' | 'Skipped' | 'Resolved';

/** What became of a job that was dead once; one that retention has deleted was done or skipped long ago. */
export function failureStateOf(job: Pick<JobRecord, 'state'> | undefined): FailureState {
  if (job === undefined || job.state === 'done') return 'Resolved';
  if (job.state === 'dead') return 'Open';
  return job.state === 'skipped' ? 'Skipped' : 'Replayed';
}

/**
 * The job that writes how a dead job stands by then. Once for each turn of its fate, whoever notices it, and however
 * often.
 */
export function failureJob(jobId: number, replays: number, state: FailureState): NewJob {
  const payload: SyncFailure = { jobId };
  return {
    lane: lanes.syncFailure,
    key: String(jobId),
    payload,
    idempotencyKey: `${jobId}/${replays}/${state}`
  };
}
