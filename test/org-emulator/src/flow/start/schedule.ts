import { DateTime } from 'luxon';
import { z } from 'zod';
import { text } from '../../metadata/xml.ts';

/** When a scheduled flow runs; days and times are those of the org's time zone. */
export const scheduleSchema = z
  .strictObject({
    frequency: z.enum(['Once', 'Daily', 'Weekly'], {
      error: ({ input }) => `the frequency ${String(input)} is not supported by the local org`
    }),
    startDate: text.regex(/^\d{4}-\d{2}-\d{2}$/, 'is no date'),
    startTime: text.regex(/^\d{2}:\d{2}:\d{2}/, 'is no time')
  })
  // Metadata writes the time with a Z although it is the org's wall clock time.
  .transform(({ frequency, startDate, startTime }) => ({
    frequency,
    startsAt: `${startDate}T${startTime.slice(0, 8)}`
  }));
export type FlowSchedule = z.infer<typeof scheduleSchema>;

/** The first run after a moment; undefined when there is none any more. */
export function nextRun({ frequency, startsAt }: FlowSchedule, after: Date, zone: string): Date | undefined {
  const first = DateTime.fromISO(startsAt, { zone });
  const from = DateTime.fromJSDate(after, { zone });
  if (first > from) return first.toJSDate();
  if (frequency === 'Once') return undefined;
  const unit = frequency === 'Daily' ? 'days' : 'weeks';
  const passed = Math.floor(from.diff(first, unit).as(unit));
  const candidates = [passed, passed + 1].map((count) => first.plus({ [unit]: count }));
  return candidates.find((each) => each > from)?.toJSDate();
}
