import { Cron } from 'croner';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { Schedule } from '../port/schedules.ts';

/** Beyond it slots are not counted one by one: a year of minutes would hold the store for minutes. */
export const MAX_COUNTED_SLOTS = 1_000;

/** Place names and UTC only: an abbreviation as `IST` names three zones, and an offset knows no summer time. */
const TIME_ZONE = /^(UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/;

/** The slots of a cron expression on one place's clock. Moments are milliseconds. */
export interface Slots {
  /** The first slot later than the moment; undefined when none ever comes. */
  after(moment: number): number | undefined;
  /** The last slot from `first`, which is one, until the moment, and how many slots came before that, `first` included. */
  passed(first: number, moment: number): { readonly latest: number; readonly before: number };
}

/** @throws LedgerBridgeError LB614 for a cron or time zone that is none, or slots that are too close or never come. */
export function slotsOf({ cron, timeZone }: Pick<Schedule, 'cron' | 'timeZone'>): Slots {
  refuseUnknownZone(timeZone);
  const pattern = parse(cron, timeZone);
  refuseSeveralInAMinute(cron);
  const after = (moment: number): number | undefined => pattern.nextRun(new Date(moment))?.getTime();
  const lastUntil = (moment: number): number | undefined =>
    // Croner looks before a whole second.
    pattern.previousRuns(1, new Date((Math.floor(moment / 1_000) + 1) * 1_000))[0]?.getTime();
  return {
    after,
    passed(first, moment) {
      let latest = first;
      for (let before = 0; before < MAX_COUNTED_SLOTS; before += 1) {
        const next = after(latest);
        if (next === undefined || next > moment) return { latest, before };
        latest = next;
      }
      return { latest: Math.max(latest, lastUntil(moment) ?? latest), before: MAX_COUNTED_SLOTS };
    }
  };
}

// By `no-wildcard` an hour that is named, as in `30 2,14 * * *`, counts once a day when clocks change, as Vixie cron
// has it; by croner's own rule a list of hours would lose the slot that the change passes over.
function parse(cron: string, timeZone: string): Cron {
  try {
    const options = { timezone: timeZone, mode: '5-or-6-parts', fixedTimeRule: 'no-wildcard' } as const;
    const pattern = new Cron(cron, { ...options, paused: true });
    if (pattern.nextRun(new Date(0)) !== null) return pattern;
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    throw notUnderstood(`The cron expression ${JSON.stringify(cron)} is none: ${error.message}`, error);
  }
  throw notUnderstood(`The cron expression ${JSON.stringify(cron)} names a day that never comes.`);
}

function refuseUnknownZone(timeZone: string): void {
  const problem = `The time zone ${JSON.stringify(timeZone)} is none: give UTC or a name as America/Chicago.`;
  if (!TIME_ZONE.test(timeZone)) throw notUnderstood(problem);
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw notUnderstood(problem, error);
  }
}

/** A job a minute is the most that a schedule is for. */
function refuseSeveralInAMinute(cron: string): void {
  const fields = cron.trim().split(/\s+/);
  if (fields.length < 6 || /^\d+$/.test(fields[0] ?? '')) return;
  throw notUnderstood(
    `The cron expression ${JSON.stringify(cron)} has several slots in a minute: the first of six fields is one second.`
  );
}

function notUnderstood(detail: string, cause?: Error): LedgerBridgeError {
  return new LedgerBridgeError('LB614', { detail, ...(cause === undefined ? {} : { cause }) });
}
