import { describe, expect, it } from 'vitest';
import { outcome } from '../testing/evaluate.ts';

/** Salesforce help, "Formula Operators and Functions": logical functions. */
describe('logic', () => {
  it.each([
    ['AND(TRUE, 1 = 1, Flag)', true],
    ['AND(TRUE, 1 = 2)', false],
    ['OR(1 = 2, Flag)', true],
    ['NOT(Flag)', false],
    ['Flag = TRUE', true],
    ['Flag <> FALSE', true],
    ['IF(1 > 2, "yes", "no")', 'no'],
    ['IF(Flag, NULL, 1)', null],
    ['IFS(1 > 2, "a", 2 > 1, "b", "c")', 'b'],
    ['IFS(1 > 2, "a", "c")', 'c'],
    ['CASE(2, 1, "one", 2, "two", "many")', 'two'],
    ['CASE(9, 1, "one", 2, "two", "many")', 'many'],
    ['CASE(Name, "acme", 1, "Acme", 2, 3)', 2],
    ['CASE(Stage, "Open", 0.1, "Won", 1, 0)', 1],
    ['CASE(BlankStage, "Open", 1, "", 2, 3)', 2],
    ['CASE(Day, DATE(2026, 11, 22), "today", "other")', 'today'],
    ['CASE(WEEKDAY(Day), 1, NULL, 7, "Saturday", "week")', null],
    ['CASE(NULL, NULL, 1, 2)', 2]
  ])('when %s is worked out, then it is %s', (formula, expected) => {
    expect(outcome(formula)).toBe(expected);
  });

  it.each([
    ['AND(1 = 2, 1 / 0 = 0)', false],
    ['OR(1 = 1, 1 / 0 = 0)', true],
    ['1 = 2 && 1 / 0 = 0', false],
    ['1 = 1 || 1 / 0 = 0', true],
    ['IF(TRUE, 37, 1 / 0)', 37],
    ['CASE(1, 1, 37, 2, 1 / 0, 1 / 0)', 37]
  ])('when %s needs no more, then the rest is not worked out', (formula, expected) => {
    expect(outcome(formula)).toBe(expected);
  });

  // "Follow Oracle three-value semantics" (github.com/salesforce/formula-engine, OperatorEquality, OperatorComparison).
  it.each([
    ['BlankAmount > 5', false],
    ['BlankAmount = 0', false],
    ['BlankAmount <> 0', false],
    ['BlankAmount = NULL', false],
    ['NOT(BlankAmount > 5)', false],
    ['AND(TRUE, BlankAmount > 5)', false],
    ['OR(BlankAmount > 5, TRUE)', true],
    ['NOT(AND(TRUE, BlankAmount > 5))', true],
    ['IF(BlankAmount > 5, 1, 2) = 2', true]
  ])('when a blank number is compared in %s, then nothing is decided by it', (formula, expected) => {
    expect(outcome(formula)).toBe(expected);
  });
});

/** Salesforce help, "ISBLANK", "ISNULL", "BLANKVALUE" and "NULLVALUE". */
describe('blanks', () => {
  it.each([
    ['ISBLANK(BlankName)', true],
    ['ISBLANK("")', true],
    ['ISBLANK(Name)', false],
    ['ISBLANK(BlankAmount)', true],
    ['ISBLANK(BlankDay)', true],
    ['ISBLANK(BlankStage)', true],
    ['ISBLANK(TEXT(BlankStage))', true],
    ['ISNULL(BlankName)', false],
    ['ISNULL(BlankAmount)', true],
    ['ISNULL(BlankDay)', true],
    ['ISNULL(NULL)', true],
    ['ISNULL(5)', false],
    ['BLANKVALUE(BlankName, "none")', 'none'],
    ['BLANKVALUE(Name, "none")', 'Acme'],
    ['BLANKVALUE(BlankAmount, 7)', 7],
    ['BLANKVALUE(BlankDay, TODAY())', '2026-11-22'],
    ['NULLVALUE(BlankName, "none")', null],
    ['NULLVALUE(BlankAmount, 7)', 7],
    ['NULLVALUE(NULL, 6)', 6]
  ])('when %s is worked out, then it is %s', (formula, expected) => {
    expect(outcome(formula)).toBe(expected);
  });
});

/** Salesforce help, "ISPICKVAL" and "INCLUDES". */
describe('picklists', () => {
  it.each([
    ['ISPICKVAL(Stage, "Won")', true],
    ['ISPICKVAL(Stage, "won")', false],
    ['ISPICKVAL(BlankStage, "")', true],
    ['ISPICKVAL(Stage, "")', false],
    ['INCLUDES(Tags, "red")', true],
    ['INCLUDES(Tags, "re")', false],
    ['TEXT(Stage) = "Won"', true],
    ['ISBLANK(Stage)', false]
  ])('when %s is asked, then the answer is %s', (formula, expected) => {
    expect(outcome(formula)).toBe(expected);
  });
});
