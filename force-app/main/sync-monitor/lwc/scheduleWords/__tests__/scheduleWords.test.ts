import { Cron } from 'croner';
import { changesInWords, cronInWords, formatMinute, nextRunOf, nextSlot, readCron } from 'c/scheduleWords';

const NOW = Date.parse('2026-11-22T20:31:40.000Z');

const timesOf = (cron: string) => {
  const reading = readCron(cron);
  if (reading.kind === 'fault') throw new Error(`${cron} is none`);
  return reading.times;
};

describe('schedules in words', () => {
  it.each([
    [10, '', 'Every 10 seconds'],
    [60, '', 'Every minute'],
    [900, '', 'Every 15 minutes'],
    [undefined, '', 'Only when it is started'],
    [30, '0 6 * * *', 'Every 30 seconds · Daily at 6:00 AM']
  ])('when it is looked every %s seconds and by "%s", then it says %s', (everySeconds, cron, words) => {
    expect(changesInWords({ everySeconds, cron }).replaceAll('\u202f', ' ')).toBe(words);
  });

  it.each([
    ['* * * * *', 'Every minute'],
    ['*/5 * * * *', 'Every 5 minutes'],
    ['15 * * * *', 'Every hour, at minute 15'],
    ['0 */4 * * *', 'Every 4 hours, at minute 00'],
    ['30 2 * * *', 'Daily at 2:30 AM'],
    ['0 6,14 * * *', 'Daily at 6:00 AM and 2:00 PM'],
    ['0 6 * * 1-5', 'Monday – Friday at 6:00 AM'],
    ['0 6 * * MON,WED', 'Monday and Wednesday at 6:00 AM'],
    ['0 3 * * 7', 'Sunday at 3:00 AM'],
    ['30 2 1 * *', 'On day 1 of each month at 2:30 AM'],
    ['0 6 1 1 *', 'By the expression 0 6 1 1 *'],
    ['7-9 3-20 * * *', 'By the expression 7-9 3-20 * * *'],
    ['0 6 L * *', 'By the expression 0 6 L * *']
  ])('when the cron is %s, then it says "%s"', (cron, words) => {
    expect(cronInWords(cron).replaceAll('\u202f', ' ')).toBe(words);
  });
});

describe('cron expressions', () => {
  it.each([
    ['', undefined],
    ['* * * *', undefined],
    ['0 0 2 * * *', undefined],
    ['60 * * * *', 'minute'],
    ['*/0 * * * *', 'minute'],
    ['5/10 * * * *', 'minute'],
    ['0 24 * * *', 'hour'],
    ['0 18-8 * * *', 'hour'],
    ['0 6 32 * *', 'day'],
    ['0 6 30 2 *', 'day'],
    ['0 6 * 13 *', 'month'],
    ['0 6 * FOO *', 'month'],
    ['0 6 * * 8', 'weekday']
  ])('when it is "%s", then what is wrong is the field %s', (cron, field) => {
    expect(readCron(cron)).toMatchObject({ kind: 'fault', field });
  });

  const expressions = [
    '* * * * *',
    '*/15 * * * *',
    '30 2 * * *',
    '0 6 * * 1-5',
    '0 6,14 * * SAT,SUN',
    '15 */4 1-7 * *',
    '0 0 29 2 *',
    '5 4 13 * FRI',
    '45 23 31 JAN,MAR,DEC *',
    '0 12 * * 7'
  ];
  it.each(['UTC', 'America/Chicago', 'Asia/Kolkata', 'Australia/Lord_Howe'])(
    'when the clock is that of %s, then the next moments are those of the parser of the service',
    (timezone) => {
      for (const cron of expressions) {
        const theirs = new Cron(cron, { timezone, mode: '5-or-6-parts', paused: true });
        let moment = NOW;
        for (let round = 0; round < 6; round += 1) {
          const expected = theirs.nextRun(new Date(moment))?.getTime();
          expect([cron, moment, nextSlot(timesOf(cron), timezone, moment)]).toEqual([cron, moment, expected]);
          moment = expected ?? moment;
        }
      }
    }
  );

  it('when the clock passes over the moment in spring, then it comes on that day all the same, and once', () => {
    const before = Date.parse('2027-03-14T06:00:00.000Z');
    const next = nextSlot(timesOf('30 2 * * *'), 'America/Chicago', before) ?? 0;
    expect(new Date(next).toISOString().slice(0, 10)).toBe('2027-03-14');
    const following = nextSlot(timesOf('30 2 * * *'), 'America/Chicago', next) ?? 0;
    expect(new Date(following).toISOString()).toBe('2027-03-15T07:30:00.000Z');
  });

  it('when the zone or the expression is none, then no next run is told', () => {
    expect(nextRunOf('30 2 * * *', 'Not/AZone', NOW)).toBeUndefined();
    expect(nextRunOf('30 2 * * *', undefined, NOW)).toBeUndefined();
    expect(nextRunOf('nonsense', 'UTC', NOW)).toBeUndefined();
    expect(nextRunOf('30 2 * * *', 'UTC', NOW)).toBe('2026-11-23T02:30:00.000Z');
  });

  it('when a moment is shown, then it is on the clock of its reader', () => {
    const words = formatMinute('2026-11-23T02:30:00.000Z', 'en-US', 'America/New_York');
    expect(words.replaceAll('\u202f', ' ')).toBe('Nov 22, 2026, 9:30 PM');
  });
});
