import { customerSummarySchema, type CustomerSummary } from '../canonical/customer-summary.ts';
import type { StoredAnswer } from '../store/port/last-answers.ts';

/** A kept answer as a summary; undefined for none, and for one that another version wrote in another shape. */
export function recallSummary(stored: StoredAnswer | undefined): CustomerSummary | undefined {
  return customerSummarySchema.safeParse(stored?.answer).data;
}
