import type { CalendarDay } from '../calendar.ts';
import { addDays } from '../calendar.ts';

/**
 * The latest day, today or before, on which the clocks of the USA went back: the first Sunday of November. From 1:00 to
 * 2:00 of that day every time of the clock happened twice, and TimeUpdated cannot tell which.
 */
export function lastClockChange(today: CalendarDay): CalendarDay {
  const year = Number(today.slice(0, 4));
  const thisYear = firstSundayOfNovember(year);
  return thisYear <= today ? thisYear : firstSundayOfNovember(year - 1);
}

function firstSundayOfNovember(year: number): CalendarDay {
  const first = `${year}-11-01`;
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay();
  return addDays(first, (7 - weekday) % 7);
}
