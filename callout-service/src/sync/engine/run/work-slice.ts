import { createDetection } from '../detection/create-detection.ts';
import type { ChangedPage } from '../detection.ts';
import type { RunCounts } from '../../../store/port/sync-runs.ts';
import type { PageResult } from '../page-result.ts';
import type { SyncRunJob } from '../payloads.ts';
import type { PreparedRun } from './prepare-run.ts';
import type { RunBook } from './run-book.ts';
import type { SyncRunParts } from './run-parts.ts';

/** How a slice ended: everything is found, a person asked for the end, or another slice goes on. */
export type SliceEnd = 'done' | 'stopped' | 'time-over';

const SLICE_MS = 20_000;

interface Slice extends PreparedRun {
  readonly parts: SyncRunParts;
  readonly asked: SyncRunJob;
  readonly book: RunBook;
  readonly signal: AbortSignal;
}

/** Brings page after page in step until all is found, its time is over or somebody asks for its end. */
export async function workSlice(slice: Slice): Promise<SliceEnd> {
  const { parts, asked, book, pair, settings, mapping, signal } = slice;
  const { sage, store, clock, sliceMs = SLICE_MS } = parts;
  const scope = `mapping ${mapping.version}`;
  const detection = createDetection({ ...sage, pair, store, clock, settings, scope });
  const end = performance.now() + sliceMs;
  for await (const page of detection.pages(asked.mode, signal)) {
    const isEmpty = page.records.length === 0 && page.vanished.length === 0;
    if (isEmpty) await passOver(slice, page);
    else await bringInStep(slice, page);
    if (page.last === true) return 'done';
    if ((await book.now())?.stopRequested === true) return 'stopped';
    if (performance.now() >= end) return 'time-over';
  }
  return 'done';
}

/** Nothing changed: only the place is kept, and how much was looked at. */
async function passOver(
  { parts: { store }, book: { run } }: Slice,
  page: ChangedPage<unknown>
): Promise<void> {
  await store.transaction(async (within) => {
    await page.commit(within);
    if (run === undefined) return;
    await within.syncRuns.add(run.id, { read: page.looked, unchanged: page.looked });
  });
}

/**
 * Keeps what became of the records, part by part, with the last one how far the run has come. A page whose process ended
 * before that is looked at again, its records then being unchanged.
 */
async function bringInStep(slice: Slice, page: ChangedPage<unknown>): Promise<void> {
  const { parts, asked, book, pair, settings, mapping, signal } = slice;
  const run = await book.begin(mapping.version);
  const work = { pair, mapping, settings, page, runId: run.id, mode: asked.mode, signal };
  const result = await book.whileWorking(run, parts.processPage(work));
  for (const [place, part] of result.entries())
    await parts.store.transaction(async (within) => {
      await part.commit(within);
      if (place < result.length - 1) return within.syncRuns.add(run.id, part.counts, part.causes);
      await page.commit(within);
      await within.syncRuns.add(run.id, withPassed(part.counts, page, result), part.causes);
    });
}

/** Rows that were looked at for a page and were not different count as unchanged. */
function withPassed(counts: RunCounts, { looked }: ChangedPage<unknown>, parts: PageResult): RunCounts {
  const read = parts.reduce((sum, part) => sum + part.counts.read, 0);
  const passed = Math.max(0, looked - read);
  return { ...counts, read: counts.read + passed, unchanged: counts.unchanged + passed };
}
