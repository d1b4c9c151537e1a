import { describe, expect, it } from 'vitest';
import { outcome } from '../testing/evaluate.ts';

/** Salesforce help, "TEXT", "VALUE", "DATEVALUE", "DATETIMEVALUE", "TIMEVALUE" and others. */
describe('conversions', () => {
  it.each([
    ['TEXT(1000)', '1000'],
    ['TEXT(0.30)', '0.3'],
    ['TEXT(-0.5)', '-0.5'],
    ['TEXT(1 / 3)', '0.333333333333333333333333333333333333333'],
    ['TEXT(10 ^ 21)', '1000000000000000000000'],
    ['TEXT(1 - 1)', '0'],
    ['TEXT(Day)', '2026-11-22'],
    ['TEXT(At)', '2026-11-22 10:00:00Z'],
    ['TEXT(Time)', '10:30:00.000'],
    ['TEXT(Stage)', 'Won'],
    ['TEXT(BlankStage)', null],
    ['TEXT(BlankAmount) & "x"', 'x'],
    ['TEXT(BlankDay) & "x"', 'x'],
    ['VALUE("12.5")', 12.5],
    ['VALUE("-3")', -3],
    ['VALUE("1e3")', 1000],
    ['VALUE(BlankName)', null],
    ['ISNUMBER("12.5")', true],
    ['ISNUMBER("12,5")', false],
    ['ISNUMBER(" 1")', false],
    ['ISNUMBER("0x10")', false],
    ['ISNUMBER(BlankName)', false],
    ['DATEVALUE("2005-11-15")', '2005-11-15'],
    ['DATEVALUE("2005-1-5")', '2005-01-05'],
    ['DATEVALUE("2005-11-15 23:00:00")', '2005-11-15'],
    ['DATEVALUE(At)', '2026-11-22'],
    ['DATEVALUE(BlankName)', null],
    ['DATETIMEVALUE("2005-11-15 17:00:00")', '2005-11-15T17:00:00.000Z'],
    ['DATETIMEVALUE(Day)', '2026-11-22T00:00:00.000Z'],
    ['TIMEVALUE("17:30:45.125")', '17:30:45.125Z'],
    ['TIMEVALUE(At)', '10:00:00.000Z'],
    ['UNIXTIMESTAMP(DATETIMEVALUE("1970-01-02 00:00:01"))', 86_401],
    ['UNIXTIMESTAMP(Time)', 37_800],
    ['FROMUNIXTIME(86401.5)', '1970-01-02T00:00:01.500Z'],
    ['FORMATDURATION(3661)', '01:01:01'],
    ['FORMATDURATION(90061, TRUE)', '1:01:01:01'],
    ['FORMATDURATION(90061, FALSE)', '25:01:01'],
    ['FORMATDURATION(At, At + 1.5)', '1:12:00:00'],
    ['FORMATDURATION(Time, Time + 60000)', '00:01:00']
  ])('when %s is worked out, then it is %s', (formula, expected) => {
    expect(outcome(formula)).toBe(expected);
  });

  it.each([
    'VALUE("abc")',
    'VALUE("1,000")',
    'DATEVALUE("15/11/2005")',
    'DATEVALUE("2005-02-30")',
    'DATETIMEVALUE("2005-11-15")',
    'DATETIMEVALUE("2005-11-15 25:00:00")',
    'TIMEVALUE("25:00:00.000")',
    'TIMEVALUE("noon")'
  ])('when %s cannot be converted, then it is an error', (formula) => {
    expect(outcome(formula)).toBe('#Error!');
  });
});
