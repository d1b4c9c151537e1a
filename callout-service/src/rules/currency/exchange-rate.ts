import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { calendarDaySchema, type CalendarDay } from '../../canonical/calendar-day.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';

const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'is not an ISO 4217 code');

/** A rate as an administrator or Salesforce's dated exchange rates give it: one `fromCurrency` is `rate` `toCurrency`. */
export const exchangeRateSchema = z.object({
  fromCurrency: currencySchema,
  toCurrency: currencySchema,
  /** A plain decimal over zero, as `1.0842`. */
  rate: z.string().regex(/^(?=.*[1-9])\d{1,12}(\.\d{1,18})?$/, 'is not a plain decimal over zero'),
  /** The first day it is valid on; it stays so until the day of a later one. */
  validFrom: calendarDaySchema
});

export type ExchangeRate = z.infer<typeof exchangeRateSchema>;

/** How one currency becomes another on a day: multiplied by `rate`, or divided by it where the rate is the inverse one. */
export interface Conversion {
  readonly from: string;
  readonly to: string;
  readonly rate: string;
  readonly way: 'same' | 'direct' | 'inverse';
  /** The day of the rate that is used; null for the same currency. */
  readonly validFrom: CalendarDay | null;
}

/** What is to be converted and when. */
export interface ConversionRequest {
  readonly from: string;
  readonly to: string;
  /** The day whose rate counts: the order's or invoice's own date. */
  readonly day: CalendarDay;
}

export type ConversionAnswer =
  | { readonly found: true; readonly conversion: Conversion }
  | { readonly found: false; readonly fault: FieldFault };

/**
 * The rate that is valid on a day: the latest of either direction that is not after it; of the same day, the direct one.
 * The same currency needs none. Without a rate it is a fault (LB412, field `rate`), and so are two different rates of one
 * day and direction (LB411): neither is chosen by chance. Rates through a third currency are not made up.
 */
export function conversionOn(rates: readonly ExchangeRate[], request: ConversionRequest): ConversionAnswer {
  const { from, to, day } = request;
  if (from === to) return { found: true, conversion: { from, to, rate: '1', way: 'same', validFrom: null } };
  const valid = rates.flatMap((rate) => conversionBy(rate, request) ?? []).filter(notAfter(day));
  const latest = valid
    .map(({ validFrom }) => validFrom ?? '')
    .sort()
    .at(-1);
  const ofThatDay = valid.filter(({ validFrom }) => validFrom === latest);
  const direct = ofThatDay.filter(({ way }) => way === 'direct');
  const candidates = direct.length > 0 ? direct : ofThatDay;
  const [conversion, ...others] = candidates;
  if (conversion === undefined) return { found: false, fault: noRate(rates, request) };
  if (others.some(({ rate }) => !new Decimal(rate).equals(conversion.rate))) {
    return { found: false, fault: twoRates(request, candidates) };
  }
  return { found: true, conversion };
}

function notAfter(day: CalendarDay): (conversion: Conversion) => boolean {
  return ({ validFrom }) => validFrom !== null && validFrom <= day;
}

/** The conversion that a rate makes of the request, if it is of these two currencies. */
function conversionBy(
  { fromCurrency, toCurrency, rate, validFrom }: ExchangeRate,
  { from, to }: ConversionRequest
): Conversion | undefined {
  if (fromCurrency === from && toCurrency === to) return { from, to, rate, way: 'direct', validFrom };
  if (fromCurrency === to && toCurrency === from) return { from, to, rate, way: 'inverse', validFrom };
  return undefined;
}

function noRate(rates: readonly ExchangeRate[], request: ConversionRequest): FieldFault {
  const { from, to, day } = request;
  const [earliest] = rates
    .filter((rate) => conversionBy(rate, request) !== undefined)
    .map(({ validFrom }) => validFrom)
    .sort();
  const known = earliest === undefined ? 'there is none on any day' : `the earliest is of ${earliest}`;
  return {
    code: 'LB412',
    field: 'rate',
    value: `${from} to ${to}`,
    problem: `No exchange rate from ${from} to ${to} is valid on ${day}; ${known}.`,
    fix: `Add a rate from ${from} to ${to} that is valid from ${day} or earlier.`
  };
}

function twoRates({ from, to }: ConversionRequest, candidates: readonly Conversion[]): FieldFault {
  const values = candidates.map(({ rate }) => rate);
  return {
    code: 'LB411',
    field: 'rate',
    value: values.join(', '),
    problem: `There are ${values.length} different rates from ${from} to ${to} of ${candidates[0]?.validFrom ?? ''}.`,
    fix: 'Keep one rate for each day and pair of currencies.'
  };
}
