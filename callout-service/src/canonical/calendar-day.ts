import { z } from 'zod';

/** A calendar day without a time, `YYYY-MM-DD`, in the Sage server's own time zone. */
export const calendarDaySchema = z.iso.date().meta({ id: 'CalendarDay' });

export type CalendarDay = z.infer<typeof calendarDaySchema>;
