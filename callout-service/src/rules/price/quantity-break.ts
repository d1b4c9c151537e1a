import { Decimal } from 'decimal.js';
import type { PriceRecord } from '../../canonical/price-record.ts';

/** The break of a price record that a quantity falls into. */
export interface QuantityBreak {
  /** From 1. */
  readonly number: number;
  /** DiscountMarkup of that break. */
  readonly value: Decimal;
  /** The upper bound of the break when another one follows. */
  readonly upTo: Decimal | undefined;
}

/**
 * The first break whose BreakQuantity the quantity does not exceed; beyond the last bound, the last break, which Sage
 * mostly gives the bound 99999999. Undefined when the record has no breaks. That BreakQuantity is an upper bound is
 * inferred from reports of Sage sites, where the next break begins one above it.
 */
export function breakFor(record: PriceRecord, quantity: Decimal): QuantityBreak | undefined {
  const found = record.breaks.findIndex((each) => quantity.lessThanOrEqualTo(each.upTo));
  const index = found === -1 ? record.breaks.length - 1 : found;
  const hit = record.breaks[index];
  if (hit === undefined) return undefined;
  const hasNext = index < record.breaks.length - 1;
  return {
    number: index + 1,
    value: new Decimal(hit.value),
    upTo: hasNext ? new Decimal(hit.upTo) : undefined
  };
}
