/**
 * Exact amounts of money. An amount is a decimal string with two digits after the point and stays one: only lengths
 * of bars are worked out as numbers.
 */
import LOCALE from '@salesforce/i18n/locale';

/** An exact decimal amount with two digits after the point, as `-1222.58`. */
export type Money = `${number}`;

/** The same bound as the service's own: thirteen digits before the point. */
const MONEY = /^-?\d{1,13}\.\d{2}$/;

/** Whether a value is an amount as the service sends it. */
export function isMoney(value: unknown): value is Money {
  return typeof value === 'string' && MONEY.test(value);
}

/**
 * The amount in a currency field. Lightning Data Service hands currency over as a number; a double holds fifteen
 * digits, so each amount of up to thirteen digits before the point comes back to the cent. Undefined beyond that.
 */
export function moneyFromNumber(value: unknown): Money | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const text = value.toFixed(2);
  if (!isMoney(text)) return undefined;
  return toCents(text) === BigInt(0) ? '0.00' : text;
}

/** The amount as people of the locale write it, to the cent, as `$5,732.36`. The amount never becomes a number. */
export function formatMoney(amount: Money, currency: string, locale: string = LOCALE): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: 2
  });
  return format.format(amount);
}

/** Below zero when `a` is less than `b`, above zero when it is more, 0 when they are equal to the cent. */
export function compareMoney(a: Money, b: Money): number {
  const difference = toCents(a) - toCents(b);
  if (difference === BigInt(0)) return 0;
  return difference < BigInt(0) ? -1 : 1;
}

/** `a` less `b`, exact. */
export function subtractMoney(a: Money, b: Money): Money {
  return fromCents(toCents(a) - toCents(b));
}

/** The amount without its sign. */
export function absoluteMoney(amount: Money): Money {
  const cents = toCents(amount);
  return fromCents(cents < BigInt(0) ? -cents : cents);
}

/** The largest of the amounts; `0.00` of none. */
export function largestMoney(amounts: readonly Money[]): Money {
  return amounts.reduce((largest, amount) => (compareMoney(amount, largest) > 0 ? amount : largest), '0.00');
}

/** How much of `whole` is `part`, 0 to 1, for the length of a bar; to a ten-thousandth. 0 of a whole of nothing. */
export function moneyRatio(part: Money, whole: Money): number {
  const [numerator, denominator] = [toCents(part), toCents(whole)];
  if (numerator <= BigInt(0) || denominator <= BigInt(0)) return 0;
  if (numerator >= denominator) return 1;
  return Number((numerator * BigInt(10000)) / denominator) / 10000;
}

function toCents(amount: Money): bigint {
  return BigInt(amount.replace('.', ''));
}

function fromCents(cents: bigint): Money {
  const negative = cents < BigInt(0);
  const digits = (negative ? -cents : cents).toString().padStart(3, '0');
  const text = `${negative ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  if (!isMoney(text)) throw new RangeError(`${text} is over thirteen digits`);
  return text;
}
