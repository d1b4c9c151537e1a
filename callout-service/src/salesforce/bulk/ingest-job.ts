import { setTimeout as wait } from 'node:timers/promises';
import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { BulkRequest } from '../port/salesforce-bulk.ts';
import type { IngestRequests, IngestState } from './ingest-requests.ts';

/** How long a job is waited for. */
export interface IngestPauses {
  /** The first pause between looks; each is half as long again as the one before. */
  readonly lookAfterMs: number;
  readonly lookAtLeastEveryMs: number;
  /** A job that takes longer is ended: what it has written by then counts. */
  readonly mostMs: number;
  /** Salesforce may be away for so long while a job runs. */
  readonly awayMs: number;
}

/** Times that a step which came to nothing is begun anew. */
const TRIES = 3;

/**
 * Creates a job with these rows and follows it to its end. Up to its closing a job writes nothing, so a reply that is lost
 * before means a new job; after, its state is looked up and nothing is sent blindly.
 * @throws LedgerBridgeError when it did not come to an end: LB701 and the like when nothing was written; LB709 when rows
 * may have been.
 */
export async function runIngestJob(
  requests: IngestRequests,
  request: BulkRequest,
  csv: string,
  pauses: IngestPauses
): Promise<IngestState> {
  const id = await fill(requests, request, csv);
  try {
    return await follow(requests, id, pauses, request.signal);
  } catch (error) {
    await requests.move(id, 'Aborted').catch(() => undefined);
    throw error;
  }
}

/** The id of a job that holds the rows and waits for its closing. */
async function fill(requests: IngestRequests, request: BulkRequest, csv: string): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    if (request.signal?.aborted === true) throw notWritten();
    const { id } = await requests.create(request);
    try {
      await requests.upload(id, csv);
      return id;
    } catch (error) {
      const failure = asLedgerBridgeError(error);
      await requests.move(id, 'Aborted').catch(() => undefined);
      if (failure.code !== 'LB709') throw failure;
      if (tries === TRIES) throw notWritten(failure);
    }
  }
}

/** Closes the job and looks at it until it has ended. */
async function follow(
  requests: IngestRequests,
  id: string,
  pauses: IngestPauses,
  signal: AbortSignal | undefined
): Promise<IngestState> {
  const startedAt = performance.now();
  let pause = pauses.lookAfterMs;
  let isEnding = false;
  await close(requests, id);
  for (let closings = 1; ;) {
    await sleep(pause, signal);
    pause = Math.min(pause * 1.5, pauses.lookAtLeastEveryMs);
    const job = await insist(pauses, signal, () => requests.look(id));
    if (job === undefined) throw lost('the job is not there any more');
    if (hasEnded(job)) return job;
    if (job.state === 'Open') {
      if (closings === TRIES) throw notWritten(lost('the job could not be closed'));
      closings += 1;
      await close(requests, id);
    } else if (!isEnding && performance.now() - startedAt > pauses.mostMs) {
      isEnding = true;
      await requests.move(id, 'Aborted').catch(() => undefined);
    }
  }
}

/** Whether it is closed when no answer comes is seen by its state. */
async function close(requests: IngestRequests, id: string): Promise<void> {
  try {
    await requests.move(id, 'UploadComplete');
  } catch (error) {
    const failure = asLedgerBridgeError(error);
    if (failure.entry.kind === 'permanent') throw failure;
  }
}

function hasEnded({ state }: IngestState): boolean {
  return state === 'JobComplete' || state === 'Failed' || state === 'Aborted';
}

/**
 * Asks again while Salesforce is away, since a job that was closed goes on without us.
 * @throws LedgerBridgeError LB709 when it is away for too long.
 */
export async function insist<T>(
  pauses: IngestPauses,
  signal: AbortSignal | undefined,
  ask: () => Promise<T>
): Promise<T> {
  const startedAt = performance.now();
  for (let pause = pauses.lookAfterMs; ; pause = Math.min(pause * 2, pauses.lookAtLeastEveryMs)) {
    throwIfStopped(signal);
    try {
      return await ask();
    } catch (error) {
      const failure = asLedgerBridgeError(error);
      if (failure.entry.kind === 'permanent') throw failure;
      if (performance.now() - startedAt > pauses.awayMs) throw lost('Salesforce is away', failure);
      await sleep(Math.max(pause, failure.retryAfterMs ?? 0), signal);
    }
  }
}

async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  // What wakes it early is seen right after.
  await wait(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  throwIfStopped(signal);
}

function throwIfStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw lost('its caller gave it up');
}

function lost(why: string, cause?: unknown): LedgerBridgeError {
  const detail = `It is not known what a bulk job of Salesforce wrote: ${why}.`;
  return new LedgerBridgeError('LB709', { detail, cause });
}

function notWritten(cause?: LedgerBridgeError): LedgerBridgeError {
  return new LedgerBridgeError('LB701', {
    detail: 'The rows of a bulk job did not reach Salesforce; nothing was written.',
    cause
  });
}
