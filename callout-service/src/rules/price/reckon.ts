import { Decimal } from 'decimal.js';
import type { PriceRecord } from '../../canonical/price-record.ts';

/** What a method reckons from. */
export interface PriceBasis {
  readonly standardPrice: Decimal;
  readonly cost: Decimal;
}

const HUNDRED = 100;

/**
 * A unit price by IM_PriceCode's PricingMethod. Source: Sage 100 file layouts, IM_PriceCode: C cost mark-up amount, M
 * cost mark-up per cent, D price discount per cent, P price discount amount, O override. Never below zero.
 */
export function reckonPrice(method: PriceRecord['method'], value: Decimal, basis: PriceBasis): Decimal {
  return Decimal.max(0, byMethod(method, value, basis));
}

function byMethod(
  method: PriceRecord['method'],
  value: Decimal,
  { standardPrice, cost }: PriceBasis
): Decimal {
  switch (method) {
    case 'costPlusAmount':
      return cost.plus(value);
    case 'costPlusPercent':
      return cost.times(value.dividedBy(HUNDRED).plus(1));
    case 'lessPercent':
      return standardPrice.times(new Decimal(1).minus(value.dividedBy(HUNDRED)));
    case 'lessAmount':
      return standardPrice.minus(value);
    case 'price':
      return value;
  }
}
