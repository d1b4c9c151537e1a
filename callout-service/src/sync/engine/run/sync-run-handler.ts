import { asLedgerBridgeError } from '../../../errors/as-ledger-bridge-error.ts';
import type { JobContext, JobHandler, JobResult } from '../../../jobs/handler.ts';
import type { ClaimedJob } from '../../../store/port/job.ts';
import type { SyncRun } from '../../../store/port/sync-runs.ts';
import { lanes } from '../../lanes.ts';
import { readPayload } from '../../write-back/read-payload.ts';
import { syncRunSchema, type SyncRunJob } from '../payloads.ts';
import { endRun } from './end-run.ts';
import { prepareRun } from './prepare-run.ts';
import { RunBook } from './run-book.ts';
import type { SyncRunParts } from './run-parts.ts';
import { startRun } from './start-run.ts';
import { turnOf } from './turn.ts';
import { workSlice } from './work-slice.ts';

export type { SyncRunParts } from './run-parts.ts';

/** Runs of different pairs that one process works at once. */
const CONCURRENCY = 2;
/** A page that goes by the Bulk API may take long. */
const TIME_LIMIT_MS = 1_800_000;
/** Fewer than jobs have: a run that fails is told of and lets the next one go on, instead of holding its pair up. */
const ATTEMPTS = 4;
/** Failures that only time or a person mends: there is no use in trying again at once. */
const WAITS_FOR_MENDING: readonly string[] = ['LB783', 'LB791', 'LB751'];

/** Nobody waits for an answer: a pair that is not switched on is left alone. */
const UNASKED: readonly string[] = ['schedule', 'interval', 'mapping'];

/**
 * Does the slices of runs: lane `sync-run`. A slice goes on where the last committed page ended, so that doing one again
 * does no harm; what it throws lets it be done again.
 */
export function createSyncRunHandler(parts: SyncRunParts): JobHandler {
  return {
    lane: lanes.syncRun,
    concurrency: CONCURRENCY,
    timeLimitMs: TIME_LIMIT_MS,
    async run(job, context) {
      const asked = readPayload(syncRunSchema, job);
      // A job without a key only starts a run, once its time has come.
      if (job.key === undefined) {
        await startRun(parts.store, requestOf(asked));
        return undefined;
      }
      const turn = await turnOf(parts.store, job, asked);
      if (turn.do === 'leave') return undefined;
      if (turn.do === 'behind') return enqueueSlice(asked);
      return workOrFail(parts, { job, asked, run: turn.run, context });
    }
  };
}

function requestOf({ pair, mode, trigger, requestedBy }: SyncRunJob) {
  return { pair, mode, trigger, ...(requestedBy !== undefined && { requestedBy }) };
}

function enqueueSlice(payload: SyncRunJob): JobResult {
  return {
    async commit({ jobs }) {
      await jobs.enqueue({ lane: lanes.syncRun, key: payload.pair, payload });
    }
  };
}

interface Work {
  readonly job: ClaimedJob;
  readonly asked: SyncRunJob;
  readonly run: SyncRun | undefined;
  readonly context: JobContext;
}

async function workOrFail(
  parts: SyncRunParts,
  { job, asked, run, context }: Work
): Promise<JobResult | undefined> {
  const book = new RunBook(parts.store, asked, run);
  try {
    const prepared = await prepareRun(parts, asked, book);
    if (asked.trigger !== 'interval') await book.begin(prepared.mapping.version);
    const end = await workSlice({ ...prepared, parts, asked, book, signal: context.signal });
    if (end === 'time-over') return enqueueSlice({ ...requestOf(asked), ...idOf(book) });
    return await endRun(parts, asked, book, { state: end === 'done' ? 'succeeded' : 'stopped' });
  } catch (error) {
    if (context.signal.aborted) throw error;
    const failure = asLedgerBridgeError(error);

    if (failure.code === 'LB788' && run === undefined && UNASKED.includes(asked.trigger)) return undefined;
    const isFinal = failure.entry.kind === 'permanent' || WAITS_FOR_MENDING.includes(failure.code);
    if (!isFinal && job.attempt < ATTEMPTS) throw error;
    return endRun(parts, asked, book, { state: 'failed', failure });
  }
}

function idOf({ run }: RunBook) {
  return run === undefined ? {} : { runId: run.id };
}
