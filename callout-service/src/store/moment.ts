import { DateTime } from 'luxon';

/** A stored moment as ISO 8601 in UTC, as `2026-11-22T12:00:00.000Z`. */
export function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** As `isoOf`; undefined for none. */
export function isoOrUndefined(milliseconds: number | null): string | undefined {
  return milliseconds === null ? undefined : isoOf(milliseconds);
}

/**
 * An ISO 8601 moment as it is stored. One without an offset counts as UTC.
 * @throws TypeError for what is no moment: a fault of the caller, not of the data.
 */
export function millisecondsOf(iso: string): number {
  const moment = DateTime.fromISO(iso, { zone: 'utc' });
  if (!moment.isValid) throw new TypeError(`${iso} is no moment: ${moment.invalidExplanation ?? ''}`);
  return moment.toMillis();
}
