import { z } from 'zod';
import { moneySchema } from '../money.ts';
import { optionalDay, optionalText } from '../optional-text.ts';
import { quantitySchema } from '../quantity.ts';

/** Reports by the first part of their rows' keys, with the names that people know them by. */
export const reportTitles = {
  'ar-aging': 'AR Aging',
  'sales-by-customer': 'Sales by Customer',
  'sales-by-item': 'Sales by Item',
  'open-orders': 'Open Orders',
  'stock-status': 'Stock Status'
} as const;

export type ReportName = keyof typeof reportTitles;

const optionalMoney = moneySchema.nullable();
const optionalQuantity = quantitySchema.nullable();
const optionalCount = z.int().nullable();

/** A row of any report, as one kind of record; what its report does not have is null. */
export const reportRecordSchema = z
  .object({
    /** As `ar-aging:01-ABF`, `sales-by-item:1001-HON-H252/2026-01`. */
    key: z.string(),
    report: z.enum(Object.values(reportTitles)),
    /** With its division, as `01-ABF`. */
    customerNo: optionalText,
    customerName: optionalText,
    itemCode: optionalText,
    itemCodeDesc: optionalText,
    warehouseCode: optionalText,
    salesOrderNo: optionalText,
    customerPONo: optionalText,
    orderDate: optionalDay,
    shipDate: optionalDay,
    orderStatus: optionalText,
    /** `YYYY-MM`. */
    month: optionalText,
    /** The day on which receivables were aged. */
    asOf: optionalDay,
    /** What they were aged by: `invoice-date` or `due-date`. */
    agingBasis: optionalText,
    currentAmount: optionalMoney,
    /** Past due: from the first of the four bounds on, the second, the third, the fourth. */
    overdueAmount1: optionalMoney,
    overdueAmount2: optionalMoney,
    overdueAmount3: optionalMoney,
    overdueAmount4: optionalMoney,
    /** Everything owed, or the order's total. */
    totalAmount: optionalMoney,
    oldestInvoiceDate: optionalDay,
    invoiceCount: optionalCount,
    salesAmount: optionalMoney,
    costAmount: optionalMoney,
    /** Sold, in standard units. */
    quantity: optionalQuantity,
    lineCount: optionalCount,
    openLineCount: optionalCount,
    openAmount: optionalMoney,
    quantityOnHand: optionalQuantity,
    quantityAvailable: optionalQuantity,
    quantityOnPurchaseOrder: optionalQuantity,
    reorderPointQuantity: optionalQuantity,
    belowReorderPoint: z.boolean(),
    stockValue: optionalMoney
  })
  .meta({ id: 'ReportRecord' });

export type ReportRecord = z.infer<typeof reportRecordSchema>;
