import { z } from 'zod';
import { moneySchema } from '../money.ts';
import { optionalDay, optionalText } from '../optional-text.ts';
import { quantitySchema } from '../quantity.ts';

/** AR aging: one row a customer with a balance, added up from AR_OpenInvoice; key division + customer. */
export const arAgingRowSchema = z.object({
  arDivisionNo: z.string(),
  customerNo: z.string(),
  customerName: z.string(),
  asOf: z.iso.date(),
  basis: z.enum(['invoice-date', 'due-date']),
  /** Current, then the four past due. */
  buckets: z.array(moneySchema).length(5),
  total: moneySchema,
  openInvoiceCount: z.int(),
  oldestInvoiceDate: optionalDay
});

/** Sales by customer and calendar month, from AR_InvoiceHistoryHeader; key division + customer + month. */
export const salesByCustomerRowSchema = z.object({
  arDivisionNo: z.string(),
  customerNo: z.string(),
  /** `YYYY-MM` of the invoice date. */
  month: z.string(),
  invoiceCount: z.int(),
  /** Taxable + non-taxable − discount; credit memos lower it; freight and tax are not sales. */
  sales: moneySchema,
  cost: moneySchema
});

/** Sales by item and calendar month, from AR_InvoiceHistoryDetail; key item + month. */
export const salesByItemRowSchema = z.object({
  itemCode: z.string(),
  month: z.string(),
  quantity: quantitySchema,
  sales: moneySchema,
  cost: moneySchema
});

/** Open orders: one row an order of SO_SalesOrderHeader of type standard or back order; key SalesOrderNo. */
export const openOrderRowSchema = z.object({
  salesOrderNo: z.string(),
  arDivisionNo: z.string(),
  customerNo: z.string(),
  billToName: optionalText,
  orderDate: optionalDay,
  shipDate: optionalDay,
  status: z.string(),
  customerPONo: optionalText,
  lineCount: z.int(),
  openLineCount: z.int(),
  /** Sum over lines of (ordered − shipped) × price, less the line's discount, in cents. */
  openAmount: moneySchema,
  total: moneySchema
});

/** Stock status: one row an item and warehouse of IM_ItemWarehouse; key item + warehouse. */
export const stockStatusRowSchema = z.object({
  itemCode: z.string(),
  itemCodeDesc: z.string(),
  warehouseCode: z.string(),
  quantityOnHand: quantitySchema,
  quantityAvailable: quantitySchema,
  quantityOnPurchaseOrder: quantitySchema,
  reorderPointQuantity: quantitySchema,
  belowReorderPoint: z.boolean(),
  value: moneySchema
});

export type ArAgingRow = z.infer<typeof arAgingRowSchema>;
export type SalesByCustomerRow = z.infer<typeof salesByCustomerRowSchema>;
export type SalesByItemRow = z.infer<typeof salesByItemRowSchema>;
export type OpenOrderRow = z.infer<typeof openOrderRowSchema>;
export type StockStatusRow = z.infer<typeof stockStatusRowSchema>;
