import { z } from 'zod';
import type { SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';

const flatValues = z.record(z.string(), z.string().nullable());

/** A line as it was last sent. */
const sentLineSchema = z.object({
  /** The line's id in each of the records that the order is made of. */
  ids: z.partialRecord(z.enum(['Opportunity', 'Order']), z.string()),
  lineKey: z.string(),
  itemCode: z.string(),
  values: flatValues,
  comment: z.object({ lineKey: z.string(), text: z.string() }).nullable()
});

/** An order as it was last sent to Sage: what link `sales-order` keeps as `agreed`, the base of three-way comparison. */
export const sentOrderSchema = z.object({
  customerNo: z.string(),
  header: flatValues,
  lines: z.array(sentLineSchema),
  /** Records of Salesforce that asked for the order. */
  records: z.array(z.object({ object: z.enum(['Opportunity', 'Order']), recordId: z.string() })),
  cancelled: z.boolean()
});

export type SentOrder = z.infer<typeof sentOrderSchema>;
export type SentLine = SentOrder['lines'][number];
export type FlatValues = z.infer<typeof flatValues>;

type ItemLine = Extract<SalesOrderDraft['lines'][number], { kind: 'item' }>;

/** The header of a draft by field: user-defined ones by their columns, an address as JSON. */
export function flatHeader(draft: SalesOrderDraft): FlatValues {
  const { userDefinedFields, shipToAddress, onHold, orderDate, ...fields } = draft;
  const texts = Object.entries(fields).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !FIXED.has(entry[0])
  );
  return {
    ...(orderDate !== undefined && { orderDate }),
    ...Object.fromEntries(texts),
    ...(shipToAddress !== undefined && { shipToAddress: JSON.stringify(shipToAddress) }),
    ...(onHold === true && { onHold: 'Y' }),
    ...userDefinedFields
  };
}

const FIXED: ReadonlySet<string> = new Set(['requestKey', 'customerNo', 'kind']);

/** A line of a draft by field, without its item. */
export function flatLine({ userDefinedFields, ...line }: ItemLine): FlatValues {
  const fields = Object.entries(line).filter(
    (entry): entry is [string, string] => entry[0] !== 'kind' && entry[0] !== 'itemCode'
  );
  return { ...Object.fromEntries(fields), ...userDefinedFields };
}
