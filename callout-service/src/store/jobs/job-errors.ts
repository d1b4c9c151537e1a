import { freeText } from '../entry-text.ts';
import { inFewSizes } from '../few-sizes.ts';
import type { JobFailure } from '../port/job.ts';
import type { StoreContext } from '../store-context.ts';

/** An attempt that failed, and of which job. */
export interface FailedAttempt extends Pick<JobFailure, 'kind' | 'code' | 'message'> {
  readonly jobId: number;
  readonly attempt: number;
}

/** Adds to the history of errors, in the transaction in which the jobs changed. */
export async function recordErrors(
  { database, dialect }: StoreContext,
  failures: readonly FailedAttempt[]
): Promise<void> {
  for (const chunk of inFewSizes(failures)) {
    await database
      .insertInto('job_error')
      .values(
        chunk.map(({ jobId, attempt, kind, code, message }) => ({
          job_id: jobId,
          at: dialect.now(),
          attempt,
          kind,
          code,
          message: freeText(message)
        }))
      )
      .execute();
  }
}
