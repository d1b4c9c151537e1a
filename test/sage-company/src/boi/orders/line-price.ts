import { Decimal } from 'decimal.js';
import type { CompanyDatabase, Row } from '../company/company-database.ts';

/** What decides a price. The quantity is in the item's standard unit of measure. */
export interface PriceQuestion {
  readonly item: Row;
  readonly arDivisionNo: string;
  readonly customerNo: string;
  readonly priceLevel: string;
  readonly quantity: Decimal;
  /** `YYYY-MM-DD`; promotions run by it. */
  readonly orderDate: string;
}

const BREAKS = [1, 2, 3, 4, 5];

/**
 * The price of one standard unit, by the order of precedence that Sage publishes for Sales Order: the customer's own
 * price of the item, the item's for the price level, the item's for all, the price code's for the level, the price
 * code's for all, the standard price; and a sales promotion where it is lower than that.
 */
export function priceOf(database: CompanyDatabase, question: PriceQuestion): Decimal {
  const found = priceRecords(database, question).find((record) => usedBreaks(record).length > 0);
  const price = found === undefined ? amount(question.item, 'StandardUnitPrice') : applied(found, question);
  const promotion = promotionPrice(question);
  return Decimal.max(0, promotion?.lessThan(price) === true ? promotion : price);
}

/** The price records that fit, the one that comes first winning. */
function priceRecords(database: CompanyDatabase, question: PriceQuestion): Row[] {
  const { item, arDivisionNo, customerNo, priceLevel } = question;
  const itemCode = String(item['ItemCode']);
  const priceCode = String(item['PriceCode']);
  const keys = [
    ['2', '', itemCode, '', arDivisionNo, customerNo],
    ['1', '', itemCode, priceLevel, '', ''],
    ['1', '', itemCode, '', '', ''],
    ...(priceCode === ''
      ? []
      : [
          ['0', priceCode, '', priceLevel, '', ''],
          ['0', priceCode, '', '', '', '']
        ])
  ];
  return keys.map((key) => database.find('IM_PriceCode', ...key)).filter((row) => row !== undefined);
}

/** Applies the step of the first break that the quantity does not exceed; above all breaks, the last one's. */
function applied(record: Row, { item, quantity }: PriceQuestion): Decimal {
  const used = usedBreaks(record);
  const within = used.find((step) => quantity.lessThanOrEqualTo(amount(record, `BreakQuantity${step}`)));
  const step = amount(record, `DiscountMarkup${within ?? used.at(-1) ?? 1}`);
  const standard = amount(item, 'StandardUnitPrice');
  const cost = amount(item, 'StandardUnitCost');
  switch (record['PricingMethod']) {
    case 'C':
      return cost.plus(step);
    case 'M':
      return cost.times(percent(step, 1));
    case 'D':
      return standard.times(percent(step, -1));
    case 'P':
      return standard.minus(step);
    case 'O':
      return step;
    default:
      return standard;
  }
}

function usedBreaks(record: Row): number[] {
  return BREAKS.filter((step) => amount(record, `BreakQuantity${step}`).greaterThan(0));
}

function promotionPrice({ item, orderDate }: PriceQuestion): Decimal | undefined {
  const from = String(item['SaleStartingDate'] ?? '');
  const to = String(item['SaleEndingDate'] ?? '');
  if (orderDate < from || (to !== '' && orderDate > to)) return undefined;
  const standard = amount(item, 'StandardUnitPrice');
  if (item['SaleMethod'] === 'P') return amount(item, 'SalesPromotionPrice');
  if (item['SaleMethod'] === 'D')
    return standard.times(percent(amount(item, 'SalesPromotionDiscountPercent'), -1));
  return undefined;
}

function percent(step: Decimal, sign: 1 | -1): Decimal {
  return new Decimal(1).plus(step.times(sign).dividedBy(100));
}

function amount(row: Row, column: string): Decimal {
  return new Decimal(String(row[column] ?? 0));
}
