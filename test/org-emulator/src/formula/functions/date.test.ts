import { describe, expect, it } from 'vitest';
import { outcome } from '../testing/evaluate.ts';

/** Salesforce help, "Formula Operators and Functions": date and time functions; "Using Date, Date/Time, and Time Values". */
describe('dates and times', () => {
  it.each([
    ['TODAY()', '2026-11-22'],
    ['NOW()', '2026-11-22T10:20:30.400Z'],
    ['TIMENOW()', '10:20:30.400Z'],
    ['DATE(2024, 2, 29)', '2024-02-29'],
    ['DATE(50, 1, 1)', '0050-01-01'],
    ['YEAR(Day)', 2026],
    ['MONTH(Day)', 11],
    ['DAY(Day)', 22],
    ['WEEKDAY(Day)', 1],
    ['WEEKDAY(Day + 6)', 7],
    ['DAYOFYEAR(DATE(2024, 12, 31))', 366],
    ['ISOWEEK(DATE(2027, 1, 1))', 53],
    ['ISOYEAR(DATE(2027, 1, 1))', 2026],
    ['ISOWEEK(DATE(2024, 12, 30))', 1],
    ['ISOYEAR(DATE(2024, 12, 30))', 2025],
    ['ADDMONTHS(DATE(2026, 1, 15), 1)', '2026-02-15'],
    ['ADDMONTHS(DATE(2026, 1, 30), 1)', '2026-02-28'],
    ['ADDMONTHS(DATE(2026, 2, 28), 1)', '2026-03-31'],
    ['ADDMONTHS(DATE(2026, 3, 31), -1)', '2026-02-28'],
    ['ADDMONTHS(DATE(2024, 2, 29), 12)', '2025-02-28'],
    ['ADDMONTHS(At, 2)', '2027-01-22T10:00:00.000Z'],
    ['HOUR(Time)', 10],
    ['MINUTE(Time)', 30],
    ['SECOND(TIMEVALUE("10:20:30.400"))', 30],
    ['MILLISECOND(TIMEVALUE("10:20:30.400"))', 400],
    ['BlankDay + 1', null],
    ['YEAR(BlankDay)', null]
  ])('when %s is worked out, then it is %s', (formula, expected) => {
    expect(outcome(formula)).toBe(expected);
  });

  it.each([
    ['Day + 1', '2026-11-23'],
    ['1 + Day', '2026-11-23'],
    ['Day - 22', '2026-10-31'],
    ['Day + 1.9', '2026-11-23'],
    ['Day + (-1.9)', '2026-11-21'],
    ['Day - DATE(2026, 1, 1)', 325],
    ['At + 0.5', '2026-11-22T22:00:00.000Z'],
    ['At + 1 / 24', '2026-11-22T11:00:00.000Z'],
    ['At - 1', '2026-11-21T10:00:00.000Z'],
    ['(NOW() - At) * 24 * 60 * 60', 1230.4],
    ['At + 1.5 - At', 1.5],
    ['Time + 1000', '10:30:01.000Z'],
    ['Time + 86400000', '10:30:00.000Z'],
    ['Time - 39600000', '23:30:00.000Z'],
    ['TIMEVALUE("10:00:00.000") - TIMEVALUE("12:00:00.000")', 79_200_000],
    ['Day > TODAY()', false],
    ['Day = TODAY()', true],
    ['At < NOW()', true],
    ['Time <= TIMENOW()', false],
    ['BlankDay > TODAY()', false],
    ['BlankDay = NULL', false]
  ])('when %s counts, then it is %s', (formula, expected) => {
    expect(outcome(formula)).toBe(expected);
  });

  it.each(['DATE(2025, 2, 29)', 'DATE(2025, 13, 1)', 'DATE(0, 1, 1)', 'DATE(10000, 1, 1)', 'Day + 10 ^ 12'])(
    'when %s is no day, then it is an error',
    (formula) => {
      expect(outcome(formula)).toBe('#Error!');
    }
  );
});
