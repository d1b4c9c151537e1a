import type { CalendarDay } from '../../canonical/calendar-day.ts';
import type { Customer } from '../../canonical/customer.ts';
import type { Item } from '../../canonical/item.ts';
import type { PriceLevel } from '../../canonical/price-level.ts';
import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import type { SageRecords } from '../../sage/port/sage-records.ts';
import { collect } from '../collect.ts';

/** The levels that a customer has for product lines and price codes; none where the data source lacks the table. */
export async function priceLevelsOf(
  customer: Pick<Customer, 'arDivisionNo' | 'customerNo'> | null,
  records: Pick<SageRecords, 'priceLevels'>
): Promise<readonly PriceLevel[]> {
  if (customer === null) return [];
  try {
    return await collect(records.priceLevels.of(customer));
  } catch (thrown) {
    // The table is younger than others, and the ODBC user may not see it: then the customer's own level stands.
    const { code } = asLedgerBridgeError(thrown);
    if (code === 'LB306' || code === 'LB308') return [];
    throw thrown;
  }
}

/**
 * The level that prices an item for a customer on a day: that of its product line or price code, the newest first, else
 * the customer's own. Source: Sage help, Price Level by Customer.
 */
export function priceLevelFor(
  { productLine, priceCode }: Pick<Item, 'productLine' | 'priceCode'>,
  customer: Pick<Customer, 'priceLevel'> | null,
  levels: readonly PriceLevel[],
  { day, shipToCode = null }: { readonly day: CalendarDay; readonly shipToCode?: string | null }
): string | null {
  const fitting = levels.filter(
    (level) =>
      (level.productLine === null || level.productLine === productLine) &&
      (level.priceCode === null || level.priceCode === priceCode) &&
      (level.productLine !== null || level.priceCode !== null) &&
      (level.shipToCode === null || level.shipToCode === shipToCode) &&
      (level.effectiveDate === null || level.effectiveDate <= day) &&
      (level.endDate === null || level.endDate >= day)
  );
  const [newest] = fitting.toSorted((a, b) => (b.effectiveDate ?? '').localeCompare(a.effectiveDate ?? ''));
  return newest?.priceLevel ?? customer?.priceLevel ?? null;
}
