import { Decimal } from 'decimal.js';
import type { CalendarDay } from '../../canonical/calendar-day.ts';
import type { Item } from '../../canonical/item.ts';

/**
 * The promotion price of an item on a day, before it is compared with any other price; undefined when no promotion is in
 * force. Source: Sage 100 file layouts, CI_Item: SaleMethod D takes SalesPromotionDiscountPercent off the standard
 * price, P is SalesPromotionPrice. A day that is left blank does not bound the promotion; both bounds belong to it.
 */
export function promotionPrice(
  promotion: Item['promotion'],
  standardPrice: Decimal,
  day: CalendarDay
): Decimal | undefined {
  if (promotion === null) return undefined;
  if (promotion.startsOn !== null && day < promotion.startsOn) return undefined;
  if (promotion.endsOn !== null && day > promotion.endsOn) return undefined;
  if (promotion.method === 'price') return new Decimal(promotion.price);
  return standardPrice.times(new Decimal(1).minus(new Decimal(promotion.discountPercent).dividedBy(100)));
}
