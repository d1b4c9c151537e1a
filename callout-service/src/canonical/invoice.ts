import { z } from 'zod';
import { moneySchema } from './money.ts';
import { optionalDay, optionalText } from './optional-text.ts';
import { postalAddressSchema } from './postal-address.ts';
import { quantitySchema, rateSchema } from './quantity.ts';
import { recordStampsSchema, userDefinedFieldsSchema } from './record-stamps.ts';
import { salespersonKeySchema } from './salesperson-key.ts';

/** A line. Sources: AR_InvoiceHistoryDetail (key DetailSeqNo), or SO_InvoiceDetail (key LineKey) while unposted. */
export const invoiceLineSchema = z
  .object({
    lineKey: z.string(),
    itemCode: optionalText,
    itemType: z.enum(['regular', 'special', 'charge', 'comment', 'miscellaneous']),
    description: optionalText,
    comment: optionalText,
    warehouseCode: optionalText,
    unitOfMeasure: optionalText,
    /** UnitOfMeasureConvFactor: standard units in one of the line's unit, four digits after the point. */
    unitConversion: z.string().regex(/^-?\d{1,7}\.\d{4}$/),
    quantityOrdered: quantitySchema,
    quantityShipped: quantitySchema,
    quantityBackordered: quantitySchema,
    unitPrice: quantitySchema,
    unitCost: quantitySchema,
    discountPercent: rateSchema,
    extensionAmount: moneySchema,
    /** AppliedSalesOrderNo. */
    salesOrderNo: optionalText,
    userDefinedFields: userDefinedFieldsSchema
  })
  .meta({ id: 'InvoiceLine' });

/** A package that went out. Source: AR_InvoiceHistoryTracking. */
export const invoicePackageSchema = z
  .object({ packageNo: z.string(), trackingId: optionalText, comment: optionalText, weight: moneySchema })
  .meta({ id: 'InvoicePackage' });

/**
 * A receivable document with its lines.
 *
 * - Posted, from history: AR_InvoiceHistoryHeader with AR_InvoiceHistoryDetail; `balance` from AR_OpenInvoice where it
 *   is still there, else 0.00. Natural key InvoiceNo + HeaderSeqNo.
 * - Posted, without history (a prepayment, a balance forward): AR_OpenInvoice alone, no lines, HeaderSeqNo null.
 * - Not posted: SO_InvoiceHeader with SO_InvoiceDetail; it has no balance in receivables yet, `balance` is 0.00.
 */
export const invoiceSchema = z
  .object({
    invoiceNo: z.string(),
    headerSeqNo: optionalText,
    posted: z.boolean(),
    /** IN invoice, CM credit memo, DM debit memo, AD adjustment, FC finance charge, CA cash, PP prepayment, PY payment, BC, BF balance forward, XD deleted. */
    invoiceType: z.string(),
    arDivisionNo: z.string(),
    customerNo: z.string(),
    invoiceDate: optionalDay,
    dueDate: optionalDay,
    discountDueDate: optionalDay,
    /** TransactionDate, or PostingDate of an open invoice. */
    postingDate: optionalDay,
    termsCode: optionalText,
    salesperson: salespersonKeySchema.nullable(),
    customerPONo: optionalText,
    salesOrderNo: optionalText,
    orderDate: optionalDay,
    shipDate: optionalDay,
    shipVia: optionalText,
    billToName: optionalText,
    billTo: postalAddressSchema,
    shipToCode: optionalText,
    shipToName: optionalText,
    shipTo: postalAddressSchema,
    comment: optionalText,
    /** InvoiceType CM: the invoice that it credits, ApplyToInvoiceNo. */
    applyToInvoiceNo: optionalText,
    taxableAmount: moneySchema,
    nonTaxableAmount: moneySchema,
    discountAmount: moneySchema,
    salesTaxAmount: moneySchema,
    freightAmount: moneySchema,
    depositAmount: moneySchema,
    /** CostOfSalesAmt; CostOfGoodsSoldAmt while unposted. */
    costOfSalesAmount: moneySchema,
    /** Taxable + non-taxable − discount + tax + freight; of an open invoice without history its balance. */
    total: moneySchema,
    /** What is still owed: negative for prepayments, payments and credit memos. */
    balance: moneySchema,
    lines: z.array(invoiceLineSchema),
    packages: z.array(invoicePackageSchema),
    userDefinedFields: userDefinedFieldsSchema,
    ...recordStampsSchema.shape
  })
  .meta({ id: 'Invoice' });

export type Invoice = z.infer<typeof invoiceSchema>;
export type InvoiceLine = z.infer<typeof invoiceLineSchema>;

export interface InvoiceKey {
  readonly invoiceNo: string;
  readonly headerSeqNo: string;
}

export interface OpenInvoiceKey {
  readonly arDivisionNo: string;
  readonly customerNo: string;
  readonly invoiceNo: string;
  readonly invoiceType: string;
}
