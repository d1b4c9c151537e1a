import { daysBetween } from './calendar.ts';
import type { CalendarDay } from './calendar.ts';
import type { Cents } from './money.ts';

/** The five buckets of a customer: current, then AgingCategory1 to 4. */
export type Aging = [Cents, Cents, Cents, Cents, Cents];

/** Last day of each bucket but the oldest: Current, Over 30, 60, 90 and 120 Days, as the ABC company is set up. */
const LAST_DAYS = [30, 60, 90, 120];

/** Which bucket a document of that age belongs to: 0 is current. */
export function agingBucket(ageDays: number): 0 | 1 | 2 | 3 | 4 {
  const older = LAST_DAYS.filter((lastDay) => ageDays > lastDay).length;
  return older === 0 ? 0 : older === 1 ? 1 : older === 2 ? 2 : older === 3 ? 3 : 4;
}

/** Adds balances up by age at a day, by invoice date. */
export function ageBalances(
  invoices: readonly { readonly invoiceDate: CalendarDay; readonly balance: Cents }[],
  day: CalendarDay
): Aging {
  const aging: Aging = [0, 0, 0, 0, 0];
  for (const { invoiceDate, balance } of invoices)
    aging[agingBucket(daysBetween(invoiceDate, day))] += balance;
  return aging;
}

/** A customer's balance and aging columns. */
export function agingColumns(aging: Aging, format: (cents: Cents) => string): Record<string, string> {
  return {
    CurrentBalance: format(aging[0]),
    AgingCategory1: format(aging[1]),
    AgingCategory2: format(aging[2]),
    AgingCategory3: format(aging[3]),
    AgingCategory4: format(aging[4])
  };
}
