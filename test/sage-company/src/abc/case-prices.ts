import type { SageRecord } from '../generator/record-writer.ts';
import type { CalendarDay } from '../calendar.ts';
import { addDays } from '../calendar.ts';

/** Any quantity: what the last break of a price record holds. */
const ANY = 99_999_999;
const CUSTOMER = { ARDivisionNo: '01', CustomerNo: 'PRICING' };

/** Price records of IM_PriceCode for the items PRC-…; 01-PRICING is of price level 2. */
export const casePrices: readonly SageRecord[] = [
  // The customer's own record wins over that of its level, although the level's price is lower.
  record('2', { ItemCode: 'PRC-CUST', ...CUSTOMER }, 'O', [[ANY, '71']]),
  record('1', { ItemCode: 'PRC-CUST', CustomerPriceLevel: '2' }, 'O', [[ANY, '65']]),
  record('2', { ItemCode: 'PRC-PROMOCST', ...CUSTOMER }, 'O', [[ANY, '85']]),
  record('1', { ItemCode: 'PRC-LEVEL', CustomerPriceLevel: '2' }, 'D', [[ANY, '12']]),
  record('1', { ItemCode: 'PRC-LEVEL' }, 'D', [[ANY, '5']]),
  record('1', { ItemCode: 'PRC-BLANK' }, 'D', [[ANY, '5']]),
  record('1', { ItemCode: 'PRC-BLANK', CustomerPriceLevel: '1' }, 'D', [[ANY, '40']]),
  record('0', { PriceCode: 'CASE', CustomerPriceLevel: '2' }, 'M', [[ANY, '50']]),
  record('0', { PriceCode: 'CASE' }, 'C', [[ANY, '35']]),
  record('0', { PriceCode: 'CSTD' }, 'P', [[ANY, '7.50']]),
  record('1', { ItemCode: 'PRC-BREAKS' }, 'D', [
    [9, '0'],
    [24, '5'],
    [49, '7.5'],
    [99, '10'],
    [ANY, '12.5']
  ]),
  record('1', { ItemCode: 'PRC-METH-C' }, 'C', [
    [10, '35'],
    [ANY, '30']
  ]),
  record('1', { ItemCode: 'PRC-METH-D' }, 'D', [[ANY, '33.333']]),
  record('1', { ItemCode: 'PRC-METH-M' }, 'M', [[ANY, '62.5']]),
  record('1', { ItemCode: 'PRC-METH-O' }, 'O', [[ANY, '88.123456']]),
  record('1', { ItemCode: 'PRC-METH-P' }, 'P', [[ANY, '12.25']]),
  record('1', { ItemCode: 'PRC-LINE', CustomerPriceLevel: '3' }, 'O', [[ANY, '77']]),
  record('1', { ItemCode: 'PRC-LINE', CustomerPriceLevel: '2' }, 'O', [[ANY, '82']])
];

/** Price levels of 01-PRODLINE, whose own level is blank: 3 for the product line CASE, one ended, one to come. */
export function casePriceLevels(today: CalendarDay): SageRecord[] {
  const owner = { ARDivisionNo: '01', CustomerNo: 'PRODLINE' };
  const from = (days: number) => addDays(today, days);
  return [
    { ...owner, ProductLine: 'CASE', EffectiveDate: from(-100), EndDate: null, PriceLevel: '3' },
    { ...owner, ProductLine: 'PRCE', EffectiveDate: from(-100), EndDate: from(-10), PriceLevel: '2' },
    { ...owner, ProductLine: 'PART', EffectiveDate: from(30), EndDate: from(60), PriceLevel: '1' }
  ];
}

/** Each step holds up to its quantity. `method` is PricingMethod. */
function record(
  kind: '0' | '1' | '2',
  key: Readonly<Record<string, string>>,
  method: 'C' | 'D' | 'M' | 'O' | 'P',
  steps: readonly (readonly [upTo: number, value: string])[]
): SageRecord {
  const breaks: Record<string, string | number> = {};
  for (const [index, [upTo, value]] of steps.entries()) {
    breaks[`BreakQuantity${index + 1}`] = upTo;
    breaks[`DiscountMarkup${index + 1}`] = value;
  }
  const description = kind === '0' ? { PriceCodeDesc: 'FOR CASES' } : {};
  return { PriceCodeRecord: kind, ...key, ...description, PricingMethod: method, ...breaks };
}
