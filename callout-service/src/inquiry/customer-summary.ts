import type { DateTime } from 'luxon';
import type { CalendarDay } from '../canonical/calendar-day.ts';
import type { CustomerAccount } from '../canonical/customer-account.ts';
import { formatCustomerKey, parseCustomerKey, type CustomerKey } from '../canonical/customer-key.ts';
import type { CustomerSummary } from '../canonical/customer-summary.ts';
import { asLedgerBridgeError } from '../errors/as-ledger-bridge-error.ts';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { SageReader } from '../sage/port/sage-reader.ts';
import type { LastAnswers } from '../store/port/last-answers.ts';
import type { Clock } from '../telemetry/clock.ts';
import { recallSummary } from './recall-summary.ts';
import { createSageDay } from './sage-day.ts';
import { createSingleFlight } from './single-flight.ts';
import { summarize, type SummarySettings } from './summarize.ts';

/** The name under which last good answers of this inquiry are kept. */
const CUSTOMER_SUMMARY = 'customerSummary';

export interface CustomerSummaryParts {
  readonly sage: SageReader;
  readonly lastAnswers: LastAnswers;
  readonly settings: SummarySettings;
  readonly clock: Clock;
  /** Told whenever an answer had to be taken from the last good one, and why. */
  readonly onStale?: (reason: LedgerBridgeError) => void;
}

/**
 * Makes the inquiry "customer summary". It takes the customer's number as Sage shows it, `01-ABF`, and rejects with
 * LB101 (malformed), LB401 (no such customer) or LB3xx (Sage cannot answer, and there is no last good answer).
 */
export function createCustomerSummaryInquiry(
  parts: CustomerSummaryParts
): (customerNo: string) => Promise<CustomerSummary> {
  const shareRead = createSingleFlight<CustomerSummary>();
  const inquiryParts = { ...parts, sageDay: createSageDay(parts.settings.timeZone) };
  return (customerNo) => {
    const key = readKey(customerNo);
    return shareRead(formatCustomerKey(key), () => inquire(key, inquiryParts));
  };
}

interface InquiryParts extends CustomerSummaryParts {
  readonly sageDay: (moment: DateTime<true>) => CalendarDay;
}

async function inquire(key: CustomerKey, parts: InquiryParts): Promise<CustomerSummary> {
  // Taken before the read: the figures are at least as new as this moment.
  const asOf = parts.clock();
  try {
    const account = await parts.sage.readCustomerAccount(key);
    if (account === undefined) throw forgetUnknown(key, parts.lastAnswers);
    const summary = summarize(account, { asOf, day: parts.sageDay(asOf) }, parts.settings);
    return remember(account, summary, parts.lastAnswers);
  } catch (thrown) {
    const reason = asLedgerBridgeError(thrown);
    if (!reason.code.startsWith('LB3')) throw thrown;
    return answerFromLast(key, reason, parts);
  }
}

function readKey(customerNo: string): CustomerKey {
  const key = parseCustomerKey(customerNo);
  if (key !== undefined) return key;
  const shown = customerNo.slice(0, 40);
  throw new LedgerBridgeError('LB101', {
    detail: `"${shown}" is not a Sage customer number such as 01-ABF.`
  });
}

function remember(
  account: CustomerAccount,
  summary: CustomerSummary,
  lastAnswers: LastAnswers
): CustomerSummary {
  const key = formatCustomerKey(account.customer.key);
  lastAnswers.remember({ operation: CUSTOMER_SUMMARY, key, asOf: summary.asOf, answer: summary });
  return summary;
}

function forgetUnknown(key: CustomerKey, lastAnswers: LastAnswers): LedgerBridgeError {
  const customerNo = formatCustomerKey(key);
  lastAnswers.forget(CUSTOMER_SUMMARY, customerNo);
  return new LedgerBridgeError('LB401', { detail: `Sage has no customer ${customerNo}.` });
}

function answerFromLast(
  key: CustomerKey,
  reason: LedgerBridgeError,
  parts: CustomerSummaryParts
): CustomerSummary {
  const last = recallSummary(parts.lastAnswers.find(CUSTOMER_SUMMARY, formatCustomerKey(key)));
  if (last === undefined) throw reason;
  parts.onStale?.(reason);
  const { title, action } = reason.entry;
  return { ...last, source: 'cache', stale: { code: reason.code, title, detail: reason.detail, action } };
}
