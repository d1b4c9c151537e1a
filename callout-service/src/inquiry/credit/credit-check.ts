import type { Decimal } from 'decimal.js';
import { z } from 'zod';
import { creditDecisionSchema, type CreditDecision } from '../../canonical/credit-decision.ts';
import { formatCustomerKey } from '../../canonical/customer-key.ts';
import { freshnessSchema } from '../../canonical/freshness.ts';
import { formatMoney, moneySchema } from '../../canonical/money.ts';
import { optionalDay } from '../../canonical/optional-text.ts';
import { decideCredit, type CreditDecisionSettings } from '../../rules/credit-decision.ts';
import type { SageRecords } from '../../sage/port/sage-records.ts';
import type { Clock } from '../../telemetry/clock.ts';
import { createLiveOrLast, type LiveOrLastParts } from '../live-or-last.ts';
import { readCustomerKey, unknownCustomer } from '../read-customer-key.ts';

const CREDIT_FIGURES = 'creditFigures';

/** What credit is decided from; kept as the last good answer, since the amount of an order differs each time. */
const creditFiguresSchema = z.object({
  customerNo: z.string(),
  customerName: z.string(),
  creditHold: z.boolean(),
  creditLimit: moneySchema,
  currentBalance: moneySchema,
  agingCategories: z.tuple([moneySchema, moneySchema, moneySchema, moneySchema]),
  openOrderAmount: moneySchema,
  lastAgingDate: optionalDay,
  ...freshnessSchema.shape
});

type CreditFigures = z.infer<typeof creditFiguresSchema>;

/** A decision about one customer, with the age of the figures it rests on. */
export const creditAnswerSchema = z.object({
  customerNo: z.string(),
  customerName: z.string(),
  currency: z.string(),
  decision: creditDecisionSchema,
  /** The day aging was last run in Sage: until then the aging categories are right. */
  lastAgingDate: optionalDay,
  ...freshnessSchema.shape
});

export type CreditAnswer = z.infer<typeof creditAnswerSchema>;

export interface CreditCheckParts extends LiveOrLastParts {
  readonly records: Pick<SageRecords, 'customers'>;
  readonly credit: CreditDecisionSettings;
  readonly currency: string;
  readonly clock: Clock;
}

/**
 * Makes the inquiry "credit check": whether a customer may order for an amount of the company's currency. Rejects with
 * LB101, LB401 or LB3xx.
 */
export function createCreditCheck(
  parts: CreditCheckParts
): (customerNo: string, orderAmount: Decimal) => Promise<CreditAnswer> {
  const liveOrLast = createLiveOrLast(CREDIT_FIGURES, creditFiguresSchema, parts);
  return async (asked, orderAmount) => {
    const key = readCustomerKey(asked);
    const customerNo = formatCustomerKey(key);
    const figures = await liveOrLast(customerNo, async (): Promise<CreditFigures> => {
      const asOf = parts.clock().toUTC().toISO();
      const [customer] = await parts.records.customers.byKeys([key]);
      if (customer === undefined) throw unknownCustomer(customerNo);
      return { ...customer, customerNo, asOf, source: 'live' };
    });
    const { asOf, source, stale, customerName, lastAgingDate } = figures;
    const decision: CreditDecision = decideCredit(figures, formatMoney(orderAmount), parts.credit);
    return {
      customerNo,
      customerName,
      currency: parts.currency,
      decision,
      lastAgingDate,
      asOf,
      source,
      ...(stale && { stale })
    };
  };
}
