import type { CronTimes } from './cron';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** 29 February comes again after eight years at most. */
const DAYS_AHEAD = 366 * 8 + 2;

/** A moment on a place's clock. */
interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/**
 * The first moment after `now` (milliseconds) at which the expression fires, on the clock of the time zone (IANA).
 * Undefined when none comes within eight years, or the zone is none. What the clock passes over in spring comes when
 * it has passed; what comes twice in autumn counts the first time.
 */
export function nextSlot(times: CronTimes, timeZone: string, now: number): number | undefined {
  const clock = clockOf(timeZone);
  if (clock === undefined) return undefined;
  const there = clock(now);
  const today = Date.UTC(there.year, there.month - 1, there.day);
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead += 1) {
    const day = new Date(today + ahead * DAY_MS);
    if (!isDayOf(times, day)) continue;
    const from = ahead === 0 ? there.hour * 60 + there.minute : 0;
    const found = firstOfDay(times, day.getTime(), from, clock, now);
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstOfDay(
  { hour, minute }: CronTimes,
  day: number,
  from: number,
  clock: (moment: number) => WallClock,
  now: number
): number | undefined {
  for (const each of hour) {
    if (each * 60 + 59 < from) continue;
    for (const one of minute) {
      if (each * 60 + one < from) continue;
      const moment = momentAt(day + (each * 60 + one) * MINUTE_MS, clock);
      if (moment > now) return moment;
    }
  }
  return undefined;
}

function isDayOf(times: CronTimes, day: Date): boolean {
  if (!times.month.includes(day.getUTCMonth() + 1)) return false;
  const isDay = times.day.includes(day.getUTCDate());
  const isWeekday = times.weekday.includes(day.getUTCDay());
  // Where days and weekdays are both given, either is enough (croner, and Vixie cron before it).
  return times.anyDay || times.anyWeekday ? isDay && isWeekday : isDay || isWeekday;
}

/** The moment at which a place's clock shows this; `shown` is written as if the place were UTC. */
function momentAt(shown: number, clock: (moment: number) => WallClock): number {
  const first = shown - offsetAt(shown, clock);
  const second = shown - offsetAt(first, clock);
  // In the gap of spring the two differ for good: the later one stands behind it.
  return offsetAt(second, clock) === shown - second ? second : Math.max(first, second);
}

function offsetAt(moment: number, clock: (moment: number) => WallClock): number {
  const { year, month, day, hour, minute } = clock(moment);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(moment / MINUTE_MS) * MINUTE_MS;
}

function clockOf(timeZone: string): ((moment: number) => WallClock) | undefined {
  const format = formatOf(timeZone);
  if (format === undefined) return undefined;
  return (moment) => {
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
    const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
    return {
      year: part('year'),
      month: part('month'),
      day: part('day'),
      hour: part('hour'),
      minute: part('minute')
    };
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric'
    });
  } catch {
    // Not every browser knows every zone; the page then says nothing of the next run.
    return undefined;
  }
}
