import type { Logger } from '../telemetry/logger.ts';
import type { FailedJob, JobFailure } from '../store/port/job.ts';
import type { Store } from '../store/port/store.ts';
import type { Answered, Answers, TakeNext } from './answers.ts';
import type { JobHandler, JobResult } from './handler.ts';
import type { HeldJob } from './held-job.ts';
import { failureAfterEffect, failureOf } from './job-failure.ts';
import type { AttemptOutcome } from './job-observer.ts';

export interface AttemptParts {
  readonly handler: JobHandler;
  readonly store: Store;
  readonly answers: Answers;
  readonly logger: Logger;
}

/**
 * Does one held job: looks it up where it must be, runs it, answers for it, and hands over what was claimed with the
 * answer. It does not reject.
 */
export async function attempt(
  held: HeldJob,
  takeNext: TakeNext,
  parts: AttemptParts
): Promise<AttemptOutcome> {
  try {
    return await doAndAnswer(held, takeNext, parts);
  } catch (error) {
    // Not even the failure could be stored, for a reason that repeating does not mend: the lease runs out.
    parts.logger.error({ ...aboutJob(held), err: error }, 'the end of a job could not be stored');
    return 'left';
  }
}

async function doAndAnswer(held: HeldJob, takeNext: TakeNext, parts: AttemptParts): Promise<AttemptOutcome> {
  let done: DoneJob;
  try {
    done = await work(held, parts);
  } catch (error) {
    held.answering();
    return await answerFailure(held, parts, failureOf(error), error);
  }
  held.answering();
  try {
    return told(held, parts, await parts.answers.done(held, done.result, takeNext)) ?? done.how;
  } catch (error) {
    return await answerFailure(held, parts, failureAfterEffect(error), error);
  }
}

interface DoneJob {
  readonly how: 'done' | 'found';
  readonly result: JobResult;
}

async function work({ job, signal }: HeldJob, { handler, store }: AttemptParts): Promise<DoneJob> {
  const context = { signal, store };
  if (job.mustLookUp && handler.lookUp !== undefined) {
    const found = await handler.lookUp(job, context);
    if (found.outcome === 'done') return { how: 'found', result: found };
    signal.throwIfAborted();
  }
  return { how: 'done', result: (await handler.run(job, context)) ?? {} };
}

async function answerFailure(
  held: HeldJob,
  parts: AttemptParts,
  failure: JobFailure,
  error: unknown
): Promise<AttemptOutcome> {
  const answered = await parts.answers.failed(held, failure);
  const refusedOrLeft = told(held, parts, answered, failure);
  if (refusedOrLeft !== undefined) return refusedOrLeft;
  const next: FailedJob | undefined = answered.outcome === 'accepted' ? answered.answer : undefined;
  const line = { ...aboutJob(held), kind: failure.kind, code: failure.code, runAt: next?.runAt, err: error };
  if (next?.state === 'dead') {
    parts.logger.error(line, 'a job is dead: it waits for a person, and its key with it');
    return 'dead';
  }
  parts.logger.warn(line, 'a job failed and is tried again');
  return 'retried';
}

/** Logs an answer that had no effect. */
function told(
  held: HeldJob,
  { logger }: AttemptParts,
  answered: Answered<unknown>,
  failure?: JobFailure
): 'refused' | 'left' | undefined {
  if (answered.outcome === 'accepted') return undefined;
  const words =
    answered.outcome === 'refused'
      ? 'the late answer of a job was refused: its lease had run out'
      : 'a job could not be answered: its lease runs out, then it is looked up';
  logger.warn({ ...aboutJob(held), err: answered.because, failure: failure?.code }, words);
  return answered.outcome;
}

/** Without the key, which may name a customer. */
function aboutJob({ job }: HeldJob) {
  return { lane: job.lane, jobId: job.id, attempt: job.attempt };
}
