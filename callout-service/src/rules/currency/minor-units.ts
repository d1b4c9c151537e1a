/** Currencies with other than two digits after the point. Source: ISO 4217, list one, "minor unit". */
const DIGITS: Readonly<Record<string, number>> = {
  ...digits(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...digits(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...digits(4, 'CLF UYW')
};

/**
 * How many digits an amount of a currency has after the point: `JPY` 0, `KWD` 3, most 2. From ISO 4217 and not from
 * `Intl`, whose digits are those in daily use (`HUF` 0, `IQD` 0) and change with the release of Node.js.
 */
export function minorUnitDigits(currency: string): number {
  return DIGITS[currency] ?? 2;
}

function digits(count: number, currencies: string): Record<string, number> {
  return Object.fromEntries(currencies.split(' ').map((currency) => [currency, count]));
}
