import { z } from 'zod';
import { calendarDaySchema } from '../calendar-day.ts';
import { userDefinedValuesSchema } from './user-defined-values.ts';

const decimalText = z.string().regex(/^-?\d{1,13}(\.\d{1,6})?$/, 'is not a plain decimal number');

/** A line that sells an item. Sage prices it unless `unitPrice` says otherwise. */
const itemLineDraft = z.object({
  kind: z.literal('item'),
  itemCode: z.string(),
  quantity: decimalText,
  /** Only where a person overrode Sage's price. */
  unitPrice: decimalText.optional(),
  /** LineDiscountPercent. */
  discountPercent: decimalText.optional(),
  warehouseCode: z.string().optional(),
  unitOfMeasure: z.string().optional(),
  description: z.string().optional(),
  promiseDate: calendarDaySchema.optional(),
  userDefinedFields: userDefinedValuesSchema.optional()
});

/** A line that only says something: Sage's item `/C`. */
const commentLineDraft = z.object({ kind: z.literal('comment'), text: z.string() });

/** One line of an order to be written. */
export const salesOrderLineDraftSchema = z
  .discriminatedUnion('kind', [itemLineDraft, commentLineDraft])
  .meta({ id: 'SalesOrderLineDraft' });

/** A sales order as it is to be written. Whatever is left out, Sage fills in from customer, ship-to and item. */
export const salesOrderDraftSchema = z
  .object({
    /** Kept in Sage with the order, and looked up before every attempt: one key, one order. */
    requestKey: z.string().min(1).max(40),
    /** As `01-ABF`. */
    customerNo: z.string(),
    orderDate: calendarDaySchema.optional(),
    /** The ship date of a standard order, the day a quote expires: SO_SalesOrderHeader.ShipExpireDate. */
    shipDate: calendarDaySchema.optional(),
    kind: z.enum(['standard', 'quote']).default('standard'),
    customerPONo: z.string().optional(),
    shipToCode: z.string().optional(),
    shipToAddress: z
      .object({
        name: z.string(),
        lines: z.array(z.string()).max(3),
        city: z.string(),
        state: z.string(),
        zipCode: z.string(),
        countryCode: z.string()
      })
      .partial()
      .optional(),
    shipVia: z.string().optional(),
    warehouseCode: z.string().optional(),
    termsCode: z.string().optional(),
    taxSchedule: z.string().optional(),
    /** Division and number, as `01-0100`. */
    salesperson: z.string().optional(),
    confirmTo: z.string().optional(),
    emailAddress: z.string().optional(),
    comment: z.string().optional(),
    discountRate: decimalText.optional(),
    freightAmount: decimalText.optional(),
    onHold: z.boolean().optional(),
    userDefinedFields: userDefinedValuesSchema.optional(),
    lines: z.array(salesOrderLineDraftSchema)
  })
  .meta({ id: 'SalesOrderDraft' });

export type SalesOrderDraft = z.infer<typeof salesOrderDraftSchema>;
export type SalesOrderLineDraft = z.infer<typeof salesOrderLineDraftSchema>;

/**
 * What is to change in an order that Sage has. Header fields that are left out stay. Lines are named by LineKey: a new
 * one has none; `remove` deletes one.
 */
export interface SalesOrderChange {
  readonly salesOrderNo: string;
  readonly header?: Partial<Omit<SalesOrderDraft, 'requestKey' | 'customerNo' | 'kind' | 'lines'>>;
  readonly lines?: readonly SalesOrderLineChange[];
  /**
   * LineKeys of the order when the change was made; needed where lines are added. A line that came since and is one of
   * those to be added was added by this change, sent before: that is how it is not added twice.
   */
  readonly knownLineKeys?: readonly string[];
}

export type SalesOrderLineChange =
  | { readonly action: 'add'; readonly line: SalesOrderLineDraft }
  | {
      readonly action: 'change';
      readonly lineKey: string;
      readonly line: Partial<Omit<Extract<SalesOrderLineDraft, { kind: 'item' }>, 'kind' | 'itemCode'>>;
    }
  | { readonly action: 'remove'; readonly lineKey: string };
