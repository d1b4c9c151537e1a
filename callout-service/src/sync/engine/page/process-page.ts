import type { PageResult } from '../page-result.ts';
import { pairAtWork } from '../record/pair-at-work.ts';
import { bringRecords } from './bring-records.ts';
import { linksOf } from './page-row.ts';
import { resultOf } from './page-result.ts';
import type { PageParts, PageWork } from './page-work.ts';
import { settleVanished } from './settle-vanished.ts';

export type { PageParts, PageWork } from './page-work.ts';

/**
 * Makes what brings a page of records of Sage in step. What it writes to Salesforce may be written again, so that a page
 * whose commit was lost is simply done once more.
 *
 * It rejects with LedgerBridgeError LB70x or LB6xx when nothing can be said of the page as a whole: then nothing is
 * committed. A record that fails by itself is counted, and becomes a job of lane `record-in-step`.
 */
export function createPageProcessor(parts: PageParts): (work: PageWork) => Promise<PageResult> {
  return async (work) => {
    const { pair, page, settings, runId, signal, mode = 'changes' } = work;
    const startedAt = parts.clock().toISO();
    const at = await pairAtWork(parts, work);
    const records = new Map(page.records.map((record) => [pair.description.keyOf(record), record]));
    const before = await linksOf(parts.store.links, pair.entity, [...records.keys(), ...page.vanished]);
    const settled = [
      ...(await bringRecords(parts, at, page.records, before, { mode, signal })),
      ...(await settleVanished(parts, at, page.vanished, before, settings))
    ];
    return resultOf({ at, runId, records, before, settled, startedAt, finishedAt: parts.clock().toISO() });
  };
}
