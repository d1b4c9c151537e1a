import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { fitting } from '../../inquiry/fitting.ts';
import type { HistoryEntry } from './record-schemas.ts';

/** How far a reader has come in each of the two lists that a history is made of; undefined for not at all. */
export interface HistoryPlace {
  readonly job: number | undefined;
  readonly change: number | undefined;
}

export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  readonly nextCursor: string | undefined;
}

/**
 * Merges both lists, each newest first, into one page. What does not fit comes with the next page: each list goes on
 * behind the last of it that was shown.
 */
export function historyPage(
  jobs: readonly HistoryEntry[],
  changes: readonly HistoryEntry[],
  { place, limit }: { readonly place: HistoryPlace; readonly limit: number }
): HistoryPage {
  const all = merged(jobs, changes);
  const entries = fitting(all.slice(0, limit));
  if (entries.length === all.length) return { entries, nextCursor: undefined };
  return { entries, nextCursor: writeCursor(reached(entries, place)) };
}

/** Not sorted: within a list the order of ids holds, whatever clocks say. */
function merged(jobs: readonly HistoryEntry[], changes: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const [one, other] = [[...jobs], [...changes]];
  const all: HistoryEntry[] = [];
  for (;;) {
    const [job, change] = [one[0], other[0]];
    const next =
      change === undefined || (job !== undefined && job.at >= change.at) ? one.shift() : other.shift();
    if (next === undefined) return all;
    all.push(next);
  }
}

function reached(entries: readonly HistoryEntry[], place: HistoryPlace): HistoryPlace {
  return entries.reduce<HistoryPlace>(
    (so, entry) => (entry.kind === 'job' ? { ...so, job: entry.jobId } : { ...so, change: entry.changeId }),
    place
  );
}

function writeCursor({ job, change }: HistoryPlace): string {
  return Buffer.from(`history ${job ?? '-'} ${change ?? '-'}`).toString('base64url');
}

/** @throws LedgerBridgeError LB108 for a cursor of another list. */
export function readCursor(cursor: string | undefined): HistoryPlace {
  if (cursor === undefined) return { job: undefined, change: undefined };
  const read = /^history (\d{1,15}|-) (\d{1,15}|-)$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (read === null)
    throw new LedgerBridgeError('LB108', { detail: 'The cursor of the request is not one of this list.' });
  const [job, change] = [read[1], read[2]].map((text) => (text === '-' ? undefined : Number(text)));
  return { job, change };
}
