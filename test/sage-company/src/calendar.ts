/** A calendar day, `YYYY-MM-DD`, in the Sage server's own time zone. */
export type CalendarDay = string;

const DAY_MS = 86_400_000;

/** Today where this process runs. */
export function currentDay(): CalendarDay {
  const now = new Date();
  return toDay(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
}

/** The day that many days later; earlier when negative. */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return toDay(Date.parse(day) + days * DAY_MS);
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

function toDay(milliseconds: number): CalendarDay {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
