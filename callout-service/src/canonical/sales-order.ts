import { z } from 'zod';
import { moneySchema } from './money.ts';
import { optionalDay, optionalText } from './optional-text.ts';
import { postalAddressSchema } from './postal-address.ts';
import { quantitySchema, rateSchema } from './quantity.ts';
import { recordStampsSchema, userDefinedFieldsSchema } from './record-stamps.ts';
import { salespersonKeySchema } from './salesperson-key.ts';

/** A line. Sources: SO_SalesOrderDetail, or SO_SalesOrderHistoryDetail where the order is `history`. */
export const salesOrderLineSchema = z
  .object({
    /** LineKey; with the order number it never changes. */
    lineKey: z.string(),
    /** LineSeqNo, or SequenceNo in history: the order in which lines stand. */
    lineSeqNo: z.string(),
    itemCode: optionalText,
    /** ItemType: 1 regular, 2 special, 3 charge, 4 comment, 5 miscellaneous. */
    itemType: z.enum(['regular', 'special', 'charge', 'comment', 'miscellaneous']),
    description: optionalText,
    /** CommentText. */
    comment: optionalText,
    warehouseCode: optionalText,
    unitOfMeasure: optionalText,
    /** QuantityOrdered; in history QuantityOrderedRevised. */
    quantityOrdered: quantitySchema,
    quantityShipped: quantitySchema,
    quantityBackordered: quantitySchema,
    /** On posted invoices: the sum of SO_ARInvoiceHistoryLink.QuantityShipped. */
    quantityInvoiced: quantitySchema,
    /** UnitPrice; in history LastUnitPrice. */
    unitPrice: quantitySchema,
    unitCost: quantitySchema,
    discountPercent: rateSchema,
    /** ExtensionAmt, net of the line's discount; in history LastExtensionAmt. */
    extensionAmount: moneySchema,
    priceOverridden: z.boolean(),
    promiseDate: optionalDay,
    dropShip: z.boolean(),
    purchaseOrderNo: optionalText,
    /** CancelledLine; always false while the order is open. */
    cancelled: z.boolean(),
    userDefinedFields: userDefinedFieldsSchema
  })
  .meta({ id: 'SalesOrderLine' });

/**
 * A sales order or quote with its lines. Sources: SO_SalesOrderHeader (`place` open) or SO_SalesOrderHistoryHeader
 * (`place` history); natural key SalesOrderNo.
 */
export const salesOrderSchema = z
  .object({
    salesOrderNo: z.string(),
    place: z.enum(['open', 'history']),
    /** OrderType: S standard, B back order, Q quote, M master, R repeating, P prospect quote. History tells quotes only. */
    kind: z.enum(['standard', 'backOrder', 'quote', 'master', 'repeating', 'prospectQuote']),
    /** Sage's own letter: open N, O, C, H; history A, C, X, Q, Z. `rules/order-status` gives it a meaning. */
    orderStatus: z.string(),
    orderDate: optionalDay,
    /** ShipExpireDate of a standard or back order; null on quotes and in history. */
    shipDate: optionalDay,
    /** ShipExpireDate of a quote; null on orders. */
    expiresOn: optionalDay,
    arDivisionNo: z.string(),
    customerNo: z.string(),
    billToName: optionalText,
    billTo: postalAddressSchema,
    shipToCode: optionalText,
    shipToName: optionalText,
    shipTo: postalAddressSchema,
    shipVia: optionalText,
    customerPONo: optionalText,
    warehouseCode: optionalText,
    termsCode: optionalText,
    taxSchedule: optionalText,
    salesperson: salespersonKeySchema.nullable(),
    confirmTo: optionalText,
    emailAddress: optionalText,
    comment: optionalText,
    cancelReasonCode: optionalText,
    /** CurrentInvoiceNo while open: the invoice it is being put on; in history LastInvoiceNo. */
    invoiceNo: optionalText,
    /** LastInvoiceOrderDate; in history LastInvoiceDate. */
    lastInvoiceDate: optionalDay,
    taxableAmount: moneySchema,
    nonTaxableAmount: moneySchema,
    discountRate: rateSchema,
    discountAmount: moneySchema,
    salesTaxAmount: moneySchema,
    freightAmount: moneySchema,
    depositAmount: moneySchema,
    /** Sage has no such column: `rules/order-total`. */
    total: moneySchema,
    lines: z.array(salesOrderLineSchema),
    userDefinedFields: userDefinedFieldsSchema,
    ...recordStampsSchema.shape
  })
  .meta({ id: 'SalesOrder' });

export type SalesOrder = z.infer<typeof salesOrderSchema>;
export type SalesOrderLine = z.infer<typeof salesOrderLineSchema>;
