import { Decimal } from 'decimal.js';
import { convertAmount } from '../currency/convert.ts';
import type { Conversion } from '../currency/exchange-rate.ts';
import { minorUnitDigits } from '../currency/minor-units.ts';
import { lineExtension } from '../order-line.ts';

/** A line in its own currency; decimal text. */
export interface PricedLine {
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discountPercent?: string | undefined;
}

/** A line in the company's currency. */
export interface ConvertedPrice {
  readonly unitPrice: string;
  /** What Sage makes of it: quantity × unit price less discount, to the cent. */
  readonly extension: string;
}

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/**
 * The unit price in the company's currency. What the line comes to in its own currency, rounded as Salesforce shows it, is
 * converted and rounded half up to the cent; the unit price is that amount divided by what is sold, in as many digits as
 * Sage keeps. So Sage's extension is the converted amount to the cent as long as fewer than 10^(digits−2) pieces are sold
 * (10,000 with six digits), and the order's total is the sum of its rounded lines, which is how Sage adds it up. With
 * fewer digits or more pieces the price is the nearest one, and the extension that Sage makes of it counts.
 */
export function convertedPrice(line: PricedLine, conversion: Conversion, decimals: number): ConvertedPrice {
  const { quantity, unitPrice, discountPercent = '0' } = line;
  const sold = new Exact(quantity).times(new Exact(100).minus(discountPercent)).div(100);
  const exact = sold.times(unitPrice).toDecimalPlaces(minorUnitDigits(conversion.from));
  const price = sold.isZero()
    ? inCompanyCurrency(unitPrice, conversion)
    : new Exact(convertAmount(exact.toFixed(), conversion)).div(sold);
  const converted = price.toDecimalPlaces(decimals).toFixed();
  return { unitPrice: converted, extension: lineExtension(quantity, converted, discountPercent) };
}

function inCompanyCurrency(amount: string, { rate, way }: Conversion): Decimal {
  return way === 'inverse' ? new Exact(amount).div(rate) : new Exact(amount).times(rate);
}
