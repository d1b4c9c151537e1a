import { z } from 'zod';
import { creditDecisionSchema } from '../../canonical/credit-decision.ts';
import { moneySchema } from '../../canonical/money.ts';
import { priceRules } from '../../canonical/price-answer.ts';
import { quantitySchema } from '../../canonical/quantity.ts';

const fault = z.object({
  code: z.string(),
  field: z.string(),
  value: z.string(),
  problem: z.string(),
  fix: z.string()
});

const previewLine = z
  .object({
    /** Place of the line in the draft, from 1. */
    lineNo: z.int(),
    itemCode: z.string(),
    itemCodeDesc: z.string().optional(),
    /** In the line's unit. */
    quantity: quantitySchema,
    /** Who priced it: Sage itself, the rules of this service, or the request; absent when nobody could. */
    pricedBy: z.enum(['sage', 'rules', 'request']).optional(),
    unitPrice: quantitySchema.optional(),
    extension: moneySchema.optional(),
    /** The rule that gave the price, where the rules did. */
    priceRule: z.enum(priceRules).optional(),
    warehouseCode: z.string().optional(),
    /** In the line's warehouse, or in all where neither line nor order names one; in standard units. Absent for what has no stock. */
    available: quantitySchema.optional(),
    warnings: z.array(z.enum(['SHORT_STOCK', 'DISCONTINUED', 'INACTIVE', 'BELOW_COST', 'PRICE_DIFFERS']))
  })
  .meta({ id: 'OrderPreviewLine' });

/** An order as Sage would book it, worked out without writing anything. */
export const orderPreviewSchema = z
  .object({
    customerNo: z.string(),
    currency: z.string(),
    /** Sage priced the whole order, or the rules of this service did: then tax is not known. */
    pricedBy: z.enum(['sage', 'rules']),
    lines: z.array(previewLine),
    subtotal: moneySchema,
    discount: moneySchema,
    freight: moneySchema,
    salesTax: moneySchema.optional(),
    /** Without tax where it is not known. */
    total: moneySchema,
    credit: creditDecisionSchema.optional(),
    /** What Sage would refuse; an order with faults cannot be submitted. */
    faults: z.array(fault),
    /** What Sage would remark and book all the same. */
    warnings: z.array(z.string()),
    asOf: z.iso.datetime()
  })
  .meta({ id: 'OrderPreview' });

export type OrderPreview = z.infer<typeof orderPreviewSchema>;
export type OrderPreviewLine = OrderPreview['lines'][number];
