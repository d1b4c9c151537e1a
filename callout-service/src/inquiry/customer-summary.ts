import { formatCustomerKey } from '../canonical/customer-key.ts';
import { customerSummarySchema, type CustomerSummary } from '../canonical/customer-summary.ts';
import type { SageReader } from '../sage/port/sage-reader.ts';
import type { Clock } from '../telemetry/clock.ts';
import { createLiveOrLast, type LiveOrLastParts } from './live-or-last.ts';
import { readCustomerKey, unknownCustomer } from './read-customer-key.ts';
import { createSageDay } from './sage-day.ts';
import { summarize, type SummarySettings } from './summarize.ts';

/** The name under which last good answers of this inquiry are kept. */
const CUSTOMER_SUMMARY = 'customerSummary';

export interface CustomerSummaryParts extends LiveOrLastParts {
  readonly sage: Pick<SageReader, 'readCustomerAccount'>;
  readonly settings: SummarySettings;
  readonly clock: Clock;
}

/**
 * Makes the inquiry "customer summary". It takes the customer's number as Sage shows it, `01-ABF`, and rejects with
 * LB101 (malformed), LB401 (no such customer) or LB3xx (Sage cannot answer, and there is no last good answer).
 */
export function createCustomerSummaryInquiry(
  parts: CustomerSummaryParts
): (customerNo: string) => Promise<CustomerSummary> {
  const { sage, settings, clock } = parts;
  const sageDay = createSageDay(settings.timeZone);
  const liveOrLast = createLiveOrLast(CUSTOMER_SUMMARY, customerSummarySchema, parts);
  return async (asked) => {
    const key = readCustomerKey(asked);
    const customerNo = formatCustomerKey(key);
    return liveOrLast(customerNo, async () => {
      // Taken before the read: the figures are at least as new as this moment.
      const asOf = clock();
      const account = await sage.readCustomerAccount(key);
      if (account === undefined) throw unknownCustomer(customerNo);
      return summarize(account, { asOf, day: sageDay(asOf) }, settings);
    });
  };
}
