import type { JobHistory } from '../../store/port/job.ts';
import { meaningOfCode } from '../failures/meaning-of-code.ts';
import { subjectOfJob } from '../failures/subject-of-job.ts';
import type { DeadLetterSummary } from './dead-letter-schemas.ts';

/** What a list shows of a job that failed. */
export function summarizeDeadLetter(job: JobHistory): DeadLetterSummary {
  const { title, cause, action } = meaningOfCode(job.lastErrorCode);
  const last = job.errors.at(-1);
  return {
    jobId: job.id,
    lane: job.lane,
    key: job.key ?? null,
    state: job.state,
    code: job.lastErrorCode ?? null,
    title,
    cause,
    fix: action,
    message: last?.message ?? null,
    ...subjectOfJob(job),
    attempts: job.attempts,
    replays: job.replays,
    heldUp: job.heldUp,
    enqueuedAt: job.enqueuedAt,
    lastFailedAt: last?.at ?? null
  };
}
