import { z } from 'zod';
import { freshnessSchema } from './freshness.ts';
import { moneySchema } from './money.ts';

const day = z.iso.date();

const agingBucket = z
  .object({
    /** Days past the basis date from which an amount falls in here; absent on the current bucket. */
    fromDays: z.int().optional(),
    /** Last day that still falls in here; absent on the oldest bucket. */
    toDays: z.int().optional(),
    amount: moneySchema
  })
  .meta({ id: 'AgingBucket' });

const storedAging = z
  .object({ asOf: day.optional(), buckets: z.array(agingBucket), total: moneySchema })
  .meta({ id: 'StoredAging', description: "Sage's own columns, right as of the day aging was last run" });

const computedAging = z
  .object({
    asOf: day,
    basis: z.enum(['invoice-date', 'due-date']),
    buckets: z.array(agingBucket),
    total: moneySchema,
    openInvoiceCount: z.int()
  })
  .meta({ id: 'ComputedAging', description: 'Added up from the open invoices at this moment' });

const creditDecision = z
  .object({
    limit: moneySchema,
    unlimited: z.boolean(),
    onHold: z.boolean(),
    amountDue: moneySchema,
    openOrders: moneySchema,
    used: moneySchema,
    /** Negative when over the limit; absent when there is no limit. */
    left: moneySchema.optional(),
    includesOpenOrders: z.boolean(),
    reasons: z.array(z.enum(['HOLD', 'OVER_LIMIT'])),
    rule: z.string()
  })
  .meta({ id: 'CreditStanding', description: 'Credit by the rule named in `rule`, with every term it used' });

const openOrder = z
  .object({
    salesOrderNo: z.string(),
    orderDate: day.optional(),
    shipDate: day.optional(),
    status: z.enum(['new', 'open', 'hold']),
    customerPONo: z.string().optional(),
    total: moneySchema
  })
  .meta({ id: 'OpenOrder' });

/** The answer of `getCustomerSummary`. */
export const customerSummarySchema = z
  .object({
    customerNo: z.string(),
    customerName: z.string(),
    status: z.enum(['active', 'inactive', 'temporary']),
    currency: z.string(),
    ...freshnessSchema.shape,
    amountDue: moneySchema,
    openItem: z.boolean(),
    credit: creditDecision,
    agingStored: storedAging,
    agingComputed: computedAging,
    openOrders: z
      .object({
        amount: moneySchema,
        count: z.int(),
        /** The newest first, five at most. */
        latest: z.array(openOrder)
      })
      .meta({ id: 'OpenOrders' }),
    lastPayment: z
      .object({ date: day.optional(), amount: moneySchema, averageDaysToPay: z.int() })
      .meta({ id: 'LastPayment' }),
    terms: z.object({ code: z.string(), description: z.string() }).meta({ id: 'Terms' }).optional()
  })
  .meta({ id: 'CustomerSummary' });

export type CustomerSummary = z.infer<typeof customerSummarySchema>;
