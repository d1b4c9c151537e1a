import type { PageResult } from '../page-result.ts';
import type { PageParts, PageWork } from './page-work.ts';

export type { PageParts, PageWork } from './page-work.ts';

/**
 * Makes what brings a page of records of Sage in step. What it writes to Salesforce may be written again, so that a page
 * whose commit was lost is simply done once more.
 *
 * It rejects with LedgerBridgeError LB70x or LB6xx when nothing can be said of the page as a whole: then nothing is
 * committed. A record that fails by itself is counted, and becomes a job of lane `record-in-step`.
 */
export function createPageProcessor(parts: PageParts): (work: PageWork) => Promise<PageResult> {
  return () => Promise.reject(new Error(`Pages are not brought in step yet, in ${parts.timeZone}`));
}
