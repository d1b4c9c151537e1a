import type { CalendarDay } from '../../canonical/calendar-day.ts';
import type { Item } from '../../canonical/item.ts';
import type { PriceLevel } from '../../canonical/price-level.ts';

export interface LevelQuestion {
  readonly item: Pick<Item, 'productLine' | 'priceCode'>;
  /** Null where the order goes to no ship-to address of the customer's list. */
  readonly shipToCode: string | null;
  readonly day: CalendarDay;
}

/**
 * The price level that a customer has for an item where AR_PriceLevelByCust gives one; undefined where the customer's own
 * holds. A record counts when every field that it fills in fits, and the day lies within its dates. The one that says most
 * wins: ship-to before price code before product line; of equals the latest to begin. Sage's help names what a record
 * holds; that the most specific wins is inferred.
 */
export function levelFor(question: LevelQuestion, levels: readonly PriceLevel[]): string | undefined {
  const fitting = levels.filter((level) => fits(level, question));
  const [best] = fitting.toSorted(
    (a, b) => weight(b) - weight(a) || (b.effectiveDate ?? '').localeCompare(a.effectiveDate ?? '')
  );
  return best?.priceLevel;
}

function fits(level: PriceLevel, { item, shipToCode, day }: LevelQuestion): boolean {
  const named = level.productLine !== null || level.priceCode !== null || level.shipToCode !== null;
  return (
    named &&
    (level.productLine === null || level.productLine === item.productLine) &&
    (level.priceCode === null || level.priceCode === item.priceCode) &&
    (level.shipToCode === null || level.shipToCode === shipToCode) &&
    (level.effectiveDate === null || level.effectiveDate <= day) &&
    (level.endDate === null || day <= level.endDate)
  );
}

function weight({ shipToCode, priceCode, productLine }: PriceLevel): number {
  return (shipToCode === null ? 0 : 4) + (priceCode === null ? 0 : 2) + (productLine === null ? 0 : 1);
}
