import { z } from 'zod';
import { moneySchema } from './money.ts';
import { optionalDay, optionalText } from './optional-text.ts';
import { postalAddressSchema } from './postal-address.ts';
import { quantitySchema } from './quantity.ts';
import { recordStampsSchema, userDefinedFieldsSchema } from './record-stamps.ts';

/** A line. Source: PO_PurchaseOrderDetail; key PurchaseOrderNo + LineKey. */
export const purchaseOrderLineSchema = z
  .object({
    lineKey: z.string(),
    lineSeqNo: z.string(),
    itemCode: optionalText,
    itemType: z.enum(['regular', 'special', 'charge', 'comment', 'miscellaneous']),
    description: optionalText,
    comment: optionalText,
    warehouseCode: optionalText,
    unitOfMeasure: optionalText,
    requiredDate: optionalDay,
    quantityOrdered: quantitySchema,
    quantityReceived: quantitySchema,
    quantityBackordered: quantitySchema,
    quantityInvoiced: quantitySchema,
    unitCost: quantitySchema,
    extensionAmount: moneySchema,
    salesOrderNo: optionalText,
    userDefinedFields: userDefinedFieldsSchema
  })
  .meta({ id: 'PurchaseOrderLine' });

/** A purchase order with its lines. Source: PO_PurchaseOrderHeader; natural key PurchaseOrderNo. */
export const purchaseOrderSchema = z
  .object({
    purchaseOrderNo: z.string(),
    purchaseOrderDate: optionalDay,
    /** OrderType: S standard, D drop ship, M master, R repeating, X material requisition. */
    kind: z.enum(['standard', 'dropShip', 'master', 'repeating', 'materialRequisition']),
    /** OrderStatus: N new, O open, B back-ordered, C change, X complete. */
    status: z.enum(['new', 'open', 'backOrdered', 'changed', 'complete']),
    onHold: z.boolean(),
    /** RequiredExpireDate. */
    requiredDate: optionalDay,
    apDivisionNo: z.string(),
    vendorNo: z.string(),
    purchaseName: optionalText,
    purchaseAddress: postalAddressSchema,
    shipToName: optionalText,
    shipTo: postalAddressSchema,
    shipVia: optionalText,
    warehouseCode: optionalText,
    termsCode: optionalText,
    confirmTo: optionalText,
    comment: optionalText,
    completionDate: optionalDay,
    lastReceiptDate: optionalDay,
    salesOrderNo: optionalText,
    taxableAmount: moneySchema,
    nonTaxableAmount: moneySchema,
    salesTaxAmount: moneySchema,
    freightAmount: moneySchema,
    /** Taxable + non-taxable + tax + freight. */
    total: moneySchema,
    lines: z.array(purchaseOrderLineSchema),
    userDefinedFields: userDefinedFieldsSchema,
    ...recordStampsSchema.shape
  })
  .meta({ id: 'PurchaseOrder' });

export type PurchaseOrder = z.infer<typeof purchaseOrderSchema>;
export type PurchaseOrderLine = z.infer<typeof purchaseOrderLineSchema>;
