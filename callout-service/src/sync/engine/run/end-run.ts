import type { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { JobResult } from '../../../jobs/handler.ts';
import type { StoreContent } from '../../../store/port/store.ts';
import type { SyncRun } from '../../../store/port/sync-runs.ts';
import { lanes } from '../../lanes.ts';
import { watermarkOf } from '../detection/watermark.ts';
import type { SyncRunJob } from '../payloads.ts';
import { startAgain } from './again-later.ts';
import type { RunBook } from './run-book.ts';
import { runLog } from './run-log.ts';
import type { SyncRunParts } from './run-parts.ts';
import { showLastRun, tellPeople } from './tell-of-run.ts';

/** How a run ended. */
export type RunEnd =
  | { readonly state: 'succeeded' | 'stopped'; readonly failure?: undefined }
  | { readonly state: 'failed'; readonly failure: LedgerBridgeError };

/** A run that has ended, as people are told of it. */
export interface EndedRun {
  readonly run: SyncRun;
  readonly end: RunEnd;
  readonly asked: SyncRunJob;
  /** As `Accounts and customers`. */
  readonly label: string;
  readonly watermarkAfter: string | null;
}

/**
 * Ends a run. People are told first, which does no harm twice; its entry, its line of the sync log and the acknowledgement
 * of its job are one. A look in vain that had no entry leaves none, unless it is the first that went otherwise.
 */
export async function endRun(
  parts: SyncRunParts,
  asked: SyncRunJob,
  book: RunBook,
  end: RunEnd
): Promise<JobResult | undefined> {
  const isNews = await wentOtherwise(parts, asked, book, end);
  if (book.run === undefined && !isNews) return undefined;
  await book.begin();
  const run = await book.now();
  if (run === undefined) return undefined;
  const { label } = parts.pairOf(asked.pair);
  const ended = { run, end, asked, label, watermarkAfter: await watermarkOf(parts.store, asked.pair) };
  await tellPeople(parts, ended);
  await showLastRun(parts, ended);
  const isLogged = isNews || (end.state !== 'failed' && hasDone(run, asked)) || asked.trigger === 'operator';
  return {
    async commit(within) {
      await keepEnd(within, ended, isLogged);
      await startAgain(within, parts.clock(), asked, end);
    }
  };
}

/** Whether the run of before ended in another way; failures of one code are the same. */
async function wentOtherwise(
  { store }: SyncRunParts,
  { pair }: SyncRunJob,
  { run }: RunBook,
  { failure }: RunEnd
): Promise<boolean> {
  const before = run === undefined ? {} : { before: run.id };
  const [last] = await store.syncRuns.list({ object: pair, limit: 1, ...before });
  const code = last?.state === 'failed' ? last.reason?.slice(0, 5) : undefined;
  return code !== failure?.code;
}

/** A look every few seconds is worth a line when it changed something. */
function hasDone({ counts }: SyncRun, { trigger }: SyncRunJob): boolean {
  return trigger !== 'interval' || counts.created + counts.updated + counts.failed > 0;
}

async function keepEnd({ syncRuns, jobs }: StoreContent, ended: EndedRun, isLogged: boolean): Promise<void> {
  const { run, end, watermarkAfter } = ended;
  const reason = end.failure === undefined ? {} : { reason: reasonOf(end.failure) };
  const finished = await syncRuns.finish(run.id, end.state, { ...reason, watermarkAfter });
  if (!isLogged) return;
  const payload = runLog({ ...ended, run: finished });
  await jobs.enqueue({ lane: lanes.syncLog, key: payload.runKey, payload });
}

/** Begins with the code, by which the next run knows whether it fails of the same. */
function reasonOf({ code, detail }: LedgerBridgeError): string {
  return `${code} ${detail}`;
}
