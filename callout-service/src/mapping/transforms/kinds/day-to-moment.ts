import { DateTime } from 'luxon';
import { never, type TransformDefinition, type TransformOf } from '../definition.ts';
import { kindsOnEach } from '../kinds-of-values.ts';
import type { TransformContext } from '../transform-context.ts';
import { onEachText, refusal, type Turn } from '../turning.ts';

function toMoment(day: string, at: TransformOf<'day-to-moment'>['at'], { timeZone }: TransformContext): Turn {
  // Where a day has no midnight, its first hour stands for it.
  const moment = DateTime.fromISO(day.slice(0, 10), { zone: timeZone }).set({ hour: at === 'noon' ? 12 : 0 });
  return moment.toUTC().toISO() ?? refusal(day, 'There is no such day.', 'Write it as 2026-01-31.');
}

function toDay(moment: string, { timeZone }: TransformContext): Turn {
  const day = DateTime.fromISO(moment, { zone: 'utc' }).setZone(timeZone).toISODate();
  return day ?? refusal(moment, 'There is no such moment.', 'Write it as 2026-01-31T12:00:00Z.');
}

export const dayToMoment: TransformDefinition<'day-to-moment'> = {
  meaning:
    'A day of Sage ↔ a moment, midnight or noon of that day in Sage’s time zone. Any moment of the day counts as the day.',
  forward: ({ at }, values, context) => onEachText(undefined, values, (text) => toMoment(text, at, context)),
  backward: (_, values, context) => onEachText(undefined, values, (text) => toDay(text, context)),
  oneWay: never,
  kinds: (_, entering, way) => {
    const [takes, gives] = way === 'forward' ? (['day', 'moment'] as const) : (['moment', 'day'] as const);
    return kindsOnEach(entering, undefined, (kind) => kind === takes, gives);
  },
  examples: [
    {
      transform: { kind: 'day-to-moment', at: 'midnight' },
      context: { timeZone: 'America/New_York' },
      sage: ['2026-01-31'],
      salesforce: ['2026-01-31T05:00:00.000Z']
    },
    {
      transform: { kind: 'day-to-moment', at: 'noon' },
      context: { timeZone: 'America/New_York' },
      sage: ['2026-07-31'],
      salesforce: ['2026-07-31T16:00:00.000Z']
    },
    {
      transform: { kind: 'day-to-moment', at: 'noon' },
      context: { timeZone: 'America/New_York' },
      sage: ['2026-07-30'],
      salesforce: ['2026-07-31T03:59:59.000Z'],
      only: 'to-sage'
    },
    {
      transform: { kind: 'day-to-moment', at: 'noon' },
      from: 'sage',
      values: ['2026-02-30'],
      refused: 'There is no such day.'
    }
  ]
};
