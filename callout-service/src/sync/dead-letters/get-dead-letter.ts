import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { fitting } from '../../inquiry/fitting.ts';
import type { JobHistory } from '../../store/port/job.ts';
import type { Store } from '../../store/port/store.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { DeadLetterDetail } from './dead-letter-schemas.ts';
import { isEditable } from './edited-payload.ts';
import { summarizeDeadLetter } from './summarize-dead-letter.ts';

/** So that everything together stays below what a text answer holds. */
const MOST_CHARACTERS_OF_PAYLOAD = 25_000;
const MOST_CHARACTERS_OF_ERRORS = 30_000;
const WAITING = 20;
const ACTS = 20;

/** Makes the inquiry "one dead letter", of any job, so that what became of one can be seen too. Rejects with LB610. */
export function createDeadLetterInquiry({
  store,
  clock
}: {
  readonly store: Pick<Store, 'jobs' | 'audit'>;
  readonly clock: Clock;
}): (request: { readonly jobId: number }) => Promise<DeadLetterDetail> {
  return async ({ jobId }) => {
    const job = await requireJob(jobId, store);
    const acts = await store.audit.list({ subject: `job ${jobId}`, limit: ACTS });
    return {
      ...summarizeDeadLetter(job),
      payload: shown(job.payload),
      originalPayload: shown(job.originalPayload),
      editable: isEditable(job.lane),
      errors: [...fitting(job.errors.toReversed(), MOST_CHARACTERS_OF_ERRORS)].reverse(),
      waitingBehind: await waitingBehind(job, store),
      acts: acts.map(({ at, operator, action, detail }) => ({
        at,
        operator,
        action,
        detail: detail ?? null
      })),
      skipReason: job.skipReason ?? null,
      asOf: clock().toISO()
    };
  };
}

/** @throws LedgerBridgeError LB610 when there is no such job. */
export async function requireJob(jobId: number, { jobs }: Pick<Store, 'jobs'>): Promise<JobHistory> {
  const job = await jobs.find(jobId);
  if (job !== undefined) return job;
  throw new LedgerBridgeError('LB610', { detail: `There is no job ${jobId}.` });
}

async function waitingBehind({ id, lane, key }: JobHistory, { jobs }: Pick<Store, 'jobs'>) {
  if (key === undefined) return [];
  const waiting = await jobs.list({ lane, key, states: ['waiting'], after: id, limit: WAITING });
  return waiting.map((job) => ({ jobId: job.id, enqueuedAt: job.enqueuedAt }));
}

function shown(payload: unknown): unknown {
  if (payload === undefined) return null;
  return JSON.stringify(payload).length > MOST_CHARACTERS_OF_PAYLOAD ? null : payload;
}
