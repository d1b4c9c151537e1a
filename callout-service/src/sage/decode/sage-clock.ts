import { DateTime, IANAZone } from 'luxon';
import type { CalendarDay } from '../../canonical/calendar-day.ts';
import { secondsOfDay } from './decimal-hours.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Stamps crowd on few days; enough for years of them. */
const MAX_REMEMBERED_DAYS = 4_096;

/** Reads the stamps that the Sage server writes with its own clock, in the time zone of that server. */
export class SageClock {
  readonly #zone: IANAZone;
  /** The offset of a whole day in minutes, or null on a day on which the clocks are changed. */
  readonly #offsets = new Map<string, number | null>();

  constructor(timeZone: string) {
    this.#zone = IANAZone.create(timeZone);
    if (!this.#zone.isValid) throw new RangeError('the time zone of the Sage server is not known');
  }

  /**
   * The UTC moment of a day and its decimal hours; null without a day. Without a readable time it is the start of the day.
   * An hour that daylight saving time leaves out is read as the hour after it. Of an hour that comes twice the first is
   * taken: nothing in Sage tells them apart.
   */
  moment(day: CalendarDay | null, decimalHours: string | null): string | null {
    return day === null ? null : this.#utc(day, secondsOfDay(decimalHours) ?? 0, Math.min);
  }

  /**
   * The last moment that `moment` may stand for, so that no change is overlooked: of an hour that comes twice the second,
   * and without a readable time the end of the day.
   */
  latestMoment(day: CalendarDay | null, decimalHours: string | null): string | null {
    return day === null ? null : this.#utc(day, secondsOfDay(decimalHours) ?? DAY_MS / 1000, Math.max);
  }

  /** The day on the Sage server at a UTC moment, `daysLater` days on. */
  day(moment: string, daysLater = 0): CalendarDay {
    const day = DateTime.fromISO(moment, { zone: this.#zone }).plus({ days: daysLater }).toISODate();
    if (day === null) throw new RangeError('the moment cannot be read');
    return day;
  }

  #utc(day: CalendarDay, seconds: number, ofTwo: typeof Math.min): string {
    const local = Date.parse(`${day}T00:00:00Z`) + seconds * 1000;
    const offset = this.#offsetOfDay(day);
    const utc = offset === null ? this.#onAnUnevenDay(local, ofTwo) : local - offset * MINUTE_MS;
    return new Date(utc).toISOString();
  }

  #offsetOfDay(day: CalendarDay): number | null {
    const known = this.#offsets.get(day);
    if (known !== undefined) return known;
    const midnight = Date.parse(`${day}T00:00:00Z`);
    // Zones lie within 14 hours of UTC, so a change of the clocks on this day lies between these two.
    const [before, after] = [this.#zone.offset(midnight - DAY_MS), this.#zone.offset(midnight + 2 * DAY_MS)];
    const offset = before === after ? before : null;
    if (this.#offsets.size >= MAX_REMEMBERED_DAYS) this.#offsets.clear();
    this.#offsets.set(day, offset);
    return offset;
  }

  #onAnUnevenDay(local: number, ofTwo: typeof Math.min): number {
    const before = this.#zone.offset(local - DAY_MS);
    const after = this.#zone.offset(local + DAY_MS);
    const moments = [before, after].map((offset) => local - offset * MINUTE_MS);
    const real = moments.filter((utc) => utc + this.#zone.offset(utc) * MINUTE_MS === local);
    // In the hour that is left out neither is real, and the offset before it leads to the hour after it.
    return real.length > 0 ? ofTwo(...real) : local - before * MINUTE_MS;
  }
}
