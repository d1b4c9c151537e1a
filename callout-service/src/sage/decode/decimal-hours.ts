const DECIMAL_HOURS = /^\d{1,2}(?:\.\d*)?$/;
const SECONDS_OF_A_DAY = 86_400;

/**
 * A time of day as Sage keeps it, decimal hours of 24 as `15.50000` for half past three, in whole seconds: five digits
 * carry 0.036 of a second. `24.00000` is the end of the day. Null for a blank and for anything else.
 * Source: Sage 100 file layouts, TimeUpdated; published mirrors add it as hours to DateUpdated.
 */
export function secondsOfDay(decimalHours: string | null): number | null {
  const text = decimalHours?.trim() ?? '';
  if (!DECIMAL_HOURS.test(text)) return null;
  const seconds = Math.round(Number(text) * 3600);
  return seconds <= SECONDS_OF_A_DAY ? seconds : null;
}

/** The other way: `15.50000` for 55800 seconds. */
export function decimalHours(seconds: number): string {
  return (seconds / 3600).toFixed(5);
}
