import { Decimal } from 'decimal.js';
import { formatMoney, type Money } from '../canonical/money.ts';

/**
 * The extension of an order line: quantity × unit price less the line's discount, rounded half up to cents.
 * Source: Sage 100 file layouts, SO_SalesOrderDetail.ExtensionAmt; that it is net of LineDiscountPercent is inferred.
 */
export function lineExtension(quantity: string, unitPrice: string, discountPercent = '0'): Money {
  const kept = new Decimal(1).minus(new Decimal(discountPercent).dividedBy(100));
  const amount = new Decimal(quantity).times(unitPrice).times(kept);
  return formatMoney(amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP));
}
