import type { ExchangeRate } from '../../rules/currency/exchange-rate.ts';

/** What transforms know beside the values: of the Sage company, not of a record. */
export interface TransformContext {
  /** ISO 3166-1 alpha-2. */
  readonly businessCountry: string;
  /** IANA. */
  readonly timeZone: string;
  /** `YYYY-MM-DD` in that zone. */
  readonly today: string;
  readonly exchangeRates: readonly ExchangeRate[];
  /** Characters that each of the field map's Sage columns takes, in its order; undefined where not known. */
  readonly sageLengths: readonly (number | undefined)[];
}
