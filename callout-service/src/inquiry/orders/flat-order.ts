import { z } from 'zod';
import type { OrderDetail } from './order-inquiry.ts';
import { orderStateSchema } from './order-state.ts';

/** The answer of `getOrder`, flat; amounts are numbers with two digits after the point. */
export const flatOrderSchema = z.object({
  salesOrderNo: z.string(),
  customerNo: z.string(),
  kind: z.string(),
  status: orderStateSchema,
  /** Whether it is still among the open orders, or in history. */
  isOpen: z.boolean(),
  orderDate: z.iso.date().optional(),
  shipDate: z.iso.date().optional(),
  expiresOn: z.iso.date().optional(),
  customerPONo: z.string().optional(),
  invoiceNo: z.string().optional(),
  lineCount: z.int(),
  taxableAmount: z.number(),
  nonTaxableAmount: z.number(),
  discountAmount: z.number(),
  salesTaxAmount: z.number(),
  freightAmount: z.number(),
  depositAmount: z.number(),
  total: z.number(),
  currencyCode: z.string(),
  asOf: z.iso.datetime(),
  source: z.enum(['live', 'cache']),
  staleCode: z.string().optional(),
  staleReason: z.string().optional()
});

/** An order as a flow takes it. */
export function flattenOrder(detail: OrderDetail): z.infer<typeof flatOrderSchema> {
  const { order, stale } = detail;
  return {
    salesOrderNo: order.salesOrderNo,
    customerNo: detail.customerKey,
    kind: order.kind,
    status: detail.status,
    isOpen: order.place === 'open',
    ...(order.orderDate !== null && { orderDate: order.orderDate }),
    ...(order.shipDate !== null && { shipDate: order.shipDate }),
    ...(order.expiresOn !== null && { expiresOn: order.expiresOn }),
    ...(order.customerPONo !== null && { customerPONo: order.customerPONo }),
    ...(order.invoiceNo !== null && { invoiceNo: order.invoiceNo }),
    lineCount: order.lines.length,
    taxableAmount: Number(order.taxableAmount),
    nonTaxableAmount: Number(order.nonTaxableAmount),
    discountAmount: Number(order.discountAmount),
    salesTaxAmount: Number(order.salesTaxAmount),
    freightAmount: Number(order.freightAmount),
    depositAmount: Number(order.depositAmount),
    total: Number(order.total),
    currencyCode: detail.currency,
    asOf: detail.asOf,
    source: detail.source,
    ...(stale && { staleCode: stale.code, staleReason: stale.detail })
  };
}
