import { createHash } from 'node:crypto';
import { entryName } from '../entry-text.ts';
import { jsonText } from '../json-text.ts';
import { millisecondsOf } from '../moment.ts';
import type { IdempotentRequest } from '../port/idempotency.ts';
import type { NewJob } from '../port/job.ts';

/** A job that was checked and only needs to be put in. */
export interface JobDraft {
  readonly lane: string;
  readonly key: string | undefined;
  readonly payloadText: string;
  /** Milliseconds; undefined for at once. */
  readonly runAt: number | undefined;
  readonly request: IdempotentRequest | undefined;
}

/** Idempotency keys of one lane do not meet those of another. */
const scopeOf = (lane: string): string => `job:${lane}`;

/**
 * Checks jobs before anything is asked of the database.
 * @throws LedgerBridgeError LB616, naming the place in the batch.
 */
export function draftsOf(jobs: readonly NewJob[]): readonly JobDraft[] {
  return jobs.map((job, index) =>
    draftOf(job, jobs.length === 1 ? 'job' : `job ${index + 1} of ${jobs.length}`)
  );
}

function draftOf(job: NewJob, which: string): JobDraft {
  const { lane, key, idempotencyKey, runAt } = job;
  entryName(lane, `lane of ${which}`);
  if (key !== undefined) entryName(key, `key of ${which}`);
  if (idempotencyKey !== undefined) entryName(idempotencyKey, `idempotency key of ${which}`);
  const payloadText = jsonText(job.payload, `payload of ${which}`);
  return {
    lane,
    key,
    payloadText,
    runAt: runAt === undefined ? undefined : millisecondsOf(runAt),
    request:
      idempotencyKey === undefined
        ? undefined
        : { scope: scopeOf(lane), key: idempotencyKey, fingerprint: fingerprintOf(payloadText) }
  };
}

/** A digest of the content, so that the key of a request tells whether it is used for something else. */
export function fingerprintOf(payloadText: string): string {
  return createHash('sha256').update(payloadText).digest('hex');
}
