import { Decimal } from 'decimal.js';
import type { CalendarDay } from '../../canonical/calendar-day.ts';
import type { Customer } from '../../canonical/customer.ts';
import type { Item } from '../../canonical/item.ts';
import type { PriceAnswer, PriceRule } from '../../canonical/price-answer.ts';
import type { PriceRecord } from '../../canonical/price-record.ts';
import { formatQuantity } from '../../canonical/quantity.ts';
import { promotionPrice } from './promotion.ts';
import { breakFor, type QuantityBreak } from './quantity-break.ts';
import { reckonPrice, type PriceBasis } from './reckon.ts';
import { recordsInPrecedence, type RecordStep } from './records-in-precedence.ts';

export type PricedItem = Pick<
  Item,
  | 'itemCode'
  | 'priceCode'
  | 'promotion'
  | 'salesUnitOfMeasure'
  | 'salesUnitConversion'
  | 'standardUnitPrice'
  | 'standardUnitCost'
  | 'averageUnitCost'
  | 'lastTotalUnitCost'
>;
export type PricedCustomer = Pick<Customer, 'arDivisionNo' | 'customerNo' | 'priceLevel'>;

export interface PriceSettings {
  /** The cost that mark-ups are reckoned from. Sage's help leaves it to the site's options; standard cost by default. */
  readonly costBasis: 'standard' | 'average' | 'last';
  /** Digits after the point of a unit price (Common Information, Company Options); prices are rounded half up to them. */
  readonly unitPriceDecimals: number;
}

/** One question for a price; everything that the rule looks at. */
export interface PriceQuestion {
  readonly item: PricedItem;
  /** Null for a price without a customer: list price, as the product page shows it. */
  readonly customer: PricedCustomer | null;
  /** Overrides the customer's level for the item's product line (AR_PriceLevelByCust) or the order. */
  readonly priceLevel?: string | null;
  readonly quantity: Decimal;
  /** The day of the order at the Sage server. */
  readonly day: CalendarDay;
  /** Records of IM_PriceCode: 1 and 2 of the item, 0 of its price code. More do no harm. */
  readonly records: readonly PriceRecord[];
}

type Candidate = PriceAnswer['candidates'][number];

/**
 * Rule `price-1`: what one sales unit costs. The first of these that applies: the customer's own price for the item, the
 * item at the customer's level, the item at no level, its price code at the level, its price code at no level, the
 * standard price; a promotion in force wins when it is lower. Sources: the precedence of the Sage knowledge base, as
 * resellers quote it; methods and breaks from the file layout of IM_PriceCode. Discounts of line and order come on top
 * and are not part of it. It is for display: an order is priced by Sage.
 */
export function price(question: PriceQuestion, settings: PriceSettings): PriceAnswer {
  const { item, quantity } = question;
  const units = unitsIn(item);
  const basis = basisOf(item, settings);
  const rounded = (standardUnits: Decimal) =>
    standardUnits.times(units).toDecimalPlaces(settings.unitPriceDecimals, Decimal.ROUND_HALF_UP);
  const offers = offersFor(question, basis, quantity.times(units));
  const ordinary = offers.find((offer) => offer.price !== undefined && offer.rule !== 'promotion');
  const promotion = offers.find((offer) => offer.price !== undefined && offer.rule === 'promotion');
  const winner = lowerOf(promotion, ordinary) ?? { rule: 'standard' as const, price: basis.standardPrice };
  const unitPrice = rounded(winner.price ?? basis.standardPrice);
  return {
    itemCode: item.itemCode,
    quantity: formatQuantity(quantity),
    ...(item.salesUnitOfMeasure !== null && { unitOfMeasure: item.salesUnitOfMeasure }),
    unitPrice: formatQuantity(unitPrice),
    standardPrice: formatQuantity(rounded(basis.standardPrice)),
    wonBy: winner.rule,
    ...(winner.record && { method: winner.record.method }),
    ...breakMembers(winner.hit, units),
    candidates: offers.map((offer) => describeOffer(offer, winner, rounded)),
    belowCost: unitPrice.lessThan(basis.cost.times(units)),
    rule: `price-1/cost-${settings.costBasis}/decimals-${settings.unitPriceDecimals}`
  };
}

/** A step of the precedence with what it would charge for a standard unit, or why it does not apply. */
interface Offer {
  readonly rule: PriceRule;
  readonly price?: Decimal;
  readonly reason?: 'NO_RECORD' | 'NO_BREAK' | 'NOT_IN_FORCE' | 'NO_CUSTOMER';
  readonly record?: PriceRecord;
  readonly hit?: QuantityBreak;
}

function offersFor(question: PriceQuestion, basis: PriceBasis, standardUnits: Decimal): readonly Offer[] {
  const { item, customer, records, day } = question;
  const level = question.priceLevel === undefined ? (customer?.priceLevel ?? null) : question.priceLevel;
  const promotion = promotionPrice(item.promotion, basis.standardPrice, day);
  const steps = recordsInPrecedence(item, customer, level, records);
  return [
    promotion === undefined
      ? { rule: 'promotion', reason: 'NOT_IN_FORCE' }
      : { rule: 'promotion', price: promotion },
    ...steps.map((step) => offerOf(step, standardUnits, basis)),
    { rule: 'standard', price: basis.standardPrice }
  ];
}

function offerOf({ rule, record, needsCustomer }: RecordStep, quantity: Decimal, basis: PriceBasis): Offer {
  if (record === undefined) return { rule, reason: needsCustomer ? 'NO_CUSTOMER' : 'NO_RECORD' };
  const hit = breakFor(record, quantity);
  if (hit === undefined) return { rule, reason: 'NO_BREAK' };
  return { rule, record, hit, price: reckonPrice(record.method, hit.value, basis) };
}

function lowerOf(promotion: Offer | undefined, ordinary: Offer | undefined): Offer | undefined {
  if (promotion?.price === undefined || ordinary?.price === undefined) return promotion ?? ordinary;
  return promotion.price.lessThan(ordinary.price) ? promotion : ordinary;
}

function describeOffer(offer: Offer, winner: Offer, rounded: (price: Decimal) => Decimal): Candidate {
  const { rule, reason } = offer;
  if (offer.price === undefined) return { rule, ...(reason && { reason }) };
  const unitPrice = formatQuantity(rounded(offer.price));
  if (rule === winner.rule) return { rule, unitPrice };
  return { rule, unitPrice, reason: rule === 'promotion' ? 'NOT_LOWER' : 'LATER_IN_PRECEDENCE' };
}

function breakMembers(hit: QuantityBreak | undefined, units: Decimal) {
  if (hit === undefined) return {};
  // One above the bound: breaks are whole numbers of standard units (decimal(8,0) in the file layout).
  const next = hit.upTo?.plus(1).dividedBy(units);
  return { breakNumber: hit.number, ...(next && { nextBreakFrom: formatQuantity(next) }) };
}

/** Prices, costs and breaks are kept per standard unit; an item is sold in sales units. Blank is one to one. */
function unitsIn(item: PricedItem): Decimal {
  const units = new Decimal(item.salesUnitConversion);
  return units.isZero() ? new Decimal(1) : units;
}

function basisOf(item: PricedItem, { costBasis }: PriceSettings): PriceBasis {
  const costs = {
    standard: item.standardUnitCost,
    average: item.averageUnitCost,
    last: item.lastTotalUnitCost
  };
  return { standardPrice: new Decimal(item.standardUnitPrice), cost: new Decimal(costs[costBasis]) };
}
