import { z } from 'zod';
import { optionalDay, optionalText } from './optional-text.ts';
import { quantitySchema, rateSchema } from './quantity.ts';
import { recordStampsSchema, userDefinedFieldsSchema } from './record-stamps.ts';

/** An item. Source: CI_Item; natural key ItemCode. */
export const itemSchema = z
  .object({
    itemCode: z.string(),
    itemCodeDesc: z.string(),
    /** ItemType: 1 regular, 3 charge, 4 comment, 5 miscellaneous. */
    itemType: z.enum(['regular', 'charge', 'comment', 'miscellaneous']),
    /** ProductType: F finished, R raw, D discontinued, K kit; null when blank. */
    productType: z.enum(['finished', 'raw', 'discontinued', 'kit']).nullable(),
    /** InactiveItem. */
    inactive: z.boolean(),
    productLine: optionalText,
    priceCode: optionalText,
    /** Valuation: 1 standard, 2 average, 3 FIFO, 4 LIFO, 5 lot, 6 serial; null when blank. */
    valuation: z.enum(['standard', 'average', 'fifo', 'lifo', 'lot', 'serial']).nullable(),
    /** ProcurementType: B buy, M make, S subcontract; null when blank. */
    procurement: z.enum(['buy', 'make', 'subcontract']).nullable(),
    standardUnitOfMeasure: optionalText,
    salesUnitOfMeasure: optionalText,
    purchaseUnitOfMeasure: optionalText,
    /** SalesUMConvFctr: standard units in one sales unit, four digits after the point. */
    salesUnitConversion: z.string().regex(/^\d{1,7}\.\d{4}$/),
    defaultWarehouseCode: optionalText,
    taxClass: optionalText,
    allowBackOrders: z.boolean(),
    /** AllowTradeDiscount: whether an order's discount counts for it. */
    allowTradeDiscount: z.boolean(),
    category1: optionalText,
    category2: optionalText,
    category3: optionalText,
    category4: optionalText,
    /** PrimaryAPDivisionNo and PrimaryVendorNo, as `01-AIRWAY`. */
    primaryVendorNo: optionalText,
    vendorItemCode: optionalText,
    shipWeight: optionalText,
    standardUnitCost: quantitySchema,
    standardUnitPrice: quantitySchema,
    suggestedRetailPrice: quantitySchema,
    averageUnitCost: quantitySchema,
    lastTotalUnitCost: quantitySchema,
    totalQuantityOnHand: quantitySchema,
    /** SaleMethod: D discount per cent, P price; null for none. In force from SaleStartingDate to SaleEndingDate. */
    promotion: z
      .object({
        code: optionalText,
        method: z.enum(['discount', 'price']),
        startsOn: optionalDay,
        endsOn: optionalDay,
        price: quantitySchema,
        discountPercent: rateSchema
      })
      .nullable(),
    lastSoldDate: optionalDay,
    lastReceiptDate: optionalDay,
    userDefinedFields: userDefinedFieldsSchema,
    ...recordStampsSchema.shape
  })
  .meta({ id: 'Item' });

export type Item = z.infer<typeof itemSchema>;
