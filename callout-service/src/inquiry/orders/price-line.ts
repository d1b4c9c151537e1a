import { Decimal } from 'decimal.js';
import type { CalendarDay } from '../../canonical/calendar-day.ts';
import type { Customer } from '../../canonical/customer.ts';
import type { Item } from '../../canonical/item.ts';
import type { PriceAnswer } from '../../canonical/price-answer.ts';
import { formatQuantity } from '../../canonical/quantity.ts';
import { price, type PriceSettings } from '../../rules/price/price.ts';
import type { ItemFacts } from './preview-facts.ts';

/** Standard units in one of the line's unit; undefined for a unit that the item is not sold in. Blank is the sales unit. */
export function unitsPerLineUnit(item: Item, unitOfMeasure: string | undefined): Decimal | undefined {
  const unit = unitOfMeasure?.trim().toUpperCase();
  if (unit === undefined || unit === '' || unit === item.salesUnitOfMeasure?.toUpperCase())
    return salesUnits(item);
  return unit === item.standardUnitOfMeasure?.toUpperCase() ? new Decimal(1) : undefined;
}

interface LinePriceQuestion {
  readonly facts: ItemFacts;
  readonly customer: Customer | undefined;
  /** In the line's unit. */
  readonly quantity: Decimal;
  /** Standard units in one of the line's unit. */
  readonly units: Decimal;
  readonly day: CalendarDay;
}

/** What the rules make of a line, with its unit price in the line's own unit. */
export function priceLine(
  { facts, customer, quantity, units, day }: LinePriceQuestion,
  settings: PriceSettings
): PriceAnswer {
  const { item, prices, priceLevel } = facts;
  // The rule answers for sales units; a line in another unit is converted there and back.
  const inSalesUnits = quantity.times(units).dividedBy(salesUnits(item));
  const answer = price(
    { item, customer: customer ?? null, priceLevel, quantity: inSalesUnits, day, records: prices },
    settings
  );
  if (units.equals(salesUnits(item))) return answer;
  const unitPrice = new Decimal(answer.unitPrice).times(units).dividedBy(salesUnits(item));
  return { ...answer, unitPrice: formatQuantity(unitPrice) };
}

function salesUnits({ salesUnitConversion }: Item): Decimal {
  const units = new Decimal(salesUnitConversion);
  return units.isZero() ? new Decimal(1) : units;
}
