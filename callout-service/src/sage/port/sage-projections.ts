/** Narrow views of tables that show whether a record changed. */
export const projectionNames = [
  'customer',
  'customer-figures',
  'contact',
  'ship-to',
  'item',
  'item-figures',
  'price-record',
  'inventory',
  'inventory-figures',
  'vendor',
  'sales-order',
  'invoice',
  'open-invoice-figures',
  'payment',
  'bill',
  'bill-figures',
  'purchase-order'
] as const;

export type ProjectionName = (typeof projectionNames)[number];

/** A record, and a digest that differs when any of the projection's columns does. */
export interface ProjectedRow {
  /** In its display form, as `01-ABF`. */
  readonly key: string;
  /** 22 characters at most. */
  readonly digest: string;
}

/**
 * Reads digests of all records of a table in pages, one of them in memory at a time: how changes are found that no stamp
 * tells of. Documents with lines have one digest over header and lines.
 */
export interface SageProjections {
  /** In Sage's order, from behind a key on. Rejects with LedgerBridgeError LB3xx when Sage cannot answer. */
  scan(
    projection: ProjectionName,
    options?: { readonly after?: string; readonly pageSize?: number }
  ): AsyncIterable<readonly ProjectedRow[]>;
}
