import type { DateTime } from 'luxon';

// Time zones turn their offsets, and days begin, on whole minutes (IANA time zone database, since 1972).
const MS_PER_MINUTE = 60_000;

/**
 * Makes a function that tells the day it is at the Sage server, as `YYYY-MM-DD`, which may differ from the day in UTC.
 * Asking for a time zone's calendar costs more than all other arithmetic of a summary, so a minute's day is kept.
 */
export function createSageDay(timeZone: string): (moment: DateTime<true>) => string {
  let minute = Number.NaN;
  let day = '';
  return (moment) => {
    const asked = Math.floor(moment.toMillis() / MS_PER_MINUTE);
    if (asked !== minute) {
      day = moment.setZone(timeZone).toFormat('yyyy-MM-dd');
      minute = asked;
    }
    return day;
  };
}
