import { z } from 'zod';
import type { CreditAnswer } from './credit-check.ts';

/**
 * The answer of `checkCredit`, flat so that an admin's flow can decide by it. Amounts are JSON numbers with two digits
 * after the point: fifteen digits in all, which a double holds exactly, and which a flow takes as currency.
 */
export const flatCreditCheckSchema = z.object({
  customerNo: z.string(),
  customerName: z.string(),
  currencyCode: z.string(),
  decision: z.enum(['allow', 'warn', 'hold', 'block']),
  onHold: z.boolean(),
  overLimit: z.boolean(),
  overWithOrder: z.boolean(),
  unlimited: z.boolean(),
  creditLimit: z.number(),
  amountDue: z.number(),
  openOrders: z.number(),
  orderAmount: z.number(),
  creditLeft: z.number().optional(),
  creditLeftAfterOrder: z.number().optional(),
  rule: z.string(),
  /** The day aging was last run in Sage. */
  lastAgingDate: z.iso.date().optional(),
  /** JSON of the whole decision with every term, for a page that explains it. */
  decisionJson: z.string(),
  asOf: z.iso.datetime(),
  source: z.enum(['live', 'cache']),
  staleCode: z.string().optional(),
  staleReason: z.string().optional()
});

/** A credit answer as a flow takes it. */
export function flattenCreditAnswer(answer: CreditAnswer): z.infer<typeof flatCreditCheckSchema> {
  const { decision, stale, customerNo, customerName, currency, asOf, source } = answer;
  return {
    customerNo,
    customerName,
    currencyCode: currency,
    decision: decision.decision,
    onHold: decision.onHold,
    overLimit: decision.reasons.includes('OVER_LIMIT'),
    overWithOrder: decision.reasons.includes('OVER_WITH_ORDER'),
    unlimited: decision.unlimited,
    creditLimit: Number(decision.limit),
    amountDue: Number(decision.amountDue),
    openOrders: Number(decision.openOrders),
    orderAmount: Number(decision.orderAmount),
    ...(decision.left !== undefined && { creditLeft: Number(decision.left) }),
    ...(decision.leftAfterOrder !== undefined && { creditLeftAfterOrder: Number(decision.leftAfterOrder) }),
    rule: decision.rule,
    ...(answer.lastAgingDate !== null && { lastAgingDate: answer.lastAgingDate }),
    decisionJson: JSON.stringify(decision),
    asOf,
    source,
    ...(stale && { staleCode: stale.code, staleReason: stale.detail })
  };
}
