import { z } from 'zod';
import { moneySchema } from './money.ts';

/** One term of the sum, in the order in which it is added up; negative terms use credit up. */
const creditTerm = z
  .object({
    /** The column of AR_Customer that it comes from, or `Order` for the order that is asked about. */
    source: z.enum([
      'CreditLimit',
      'CurrentBalance',
      'AgingCategory1',
      'AgingCategory2',
      'AgingCategory3',
      'AgingCategory4',
      'OpenOrderAmt',
      'Order'
    ]),
    amount: moneySchema
  })
  .meta({ id: 'CreditTerm' });

/** Whether an order may be taken, and why: the same inputs always give the same decision. */
export const creditDecisionSchema = z
  .object({
    /** `allow`, or what the company has decided to do when there is a reason: warn, hold the order, or block it. */
    decision: z.enum(['allow', 'warn', 'hold', 'block']),
    /** HOLD: on credit hold. OVER_LIMIT: over the limit already. OVER_WITH_ORDER: over it with this order. */
    reasons: z.array(z.enum(['HOLD', 'OVER_LIMIT', 'OVER_WITH_ORDER'])),
    onHold: z.boolean(),
    unlimited: z.boolean(),
    limit: moneySchema,
    amountDue: moneySchema,
    openOrders: moneySchema,
    orderAmount: moneySchema,
    /** Before the order; absent when there is no limit. */
    left: moneySchema.optional(),
    leftAfterOrder: moneySchema.optional(),
    /** They add up to `leftAfterOrder`; without the limit when there is none. */
    terms: z.array(creditTerm),
    includesOpenOrders: z.boolean(),
    /** Rule and version with the options that were in force. */
    rule: z.string()
  })
  .meta({ id: 'CreditDecision' });

export type CreditDecision = z.infer<typeof creditDecisionSchema>;
