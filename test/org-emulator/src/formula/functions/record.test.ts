import { describe, expect, it } from 'vitest';
import { compiled, evaluated, priorOf, testFields, type TestFields } from '../testing/evaluate.ts';

const fields: TestFields = { ...testFields, '$Record.Name': { type: 'text', value: 'new', prior: 'old' } };
const rule = { allowsPrior: true };
const changed = { priorValueOf: priorOf(fields) };

/** Salesforce help, "ISCHANGED", "ISNEW", "ISCLONE" and "PRIORVALUE". */
describe('changes of a record', () => {
  it.each([
    ['ISCHANGED(Amount)', true],
    ['ISCHANGED(Name)', false],
    ['ISCHANGED(Stage)', true],
    ['ISCHANGED({!$Record.Name})', true],
    ['ISNEW()', false],
    ['ISCLONE()', false],
    ['PRIORVALUE(Amount)', 10],
    ['PRIORVALUE(Amount) < Amount', true],
    ['ISPICKVAL(PRIORVALUE(Stage), "Open")', true],
    ['CASE(PRIORVALUE(Stage), "Open", 1, 2)', 1],
    ['TEXT(PRIORVALUE(Stage))', 'Open']
  ])('when a record was changed, then %s is %s', (formula, expected) => {
    expect(evaluated(formula, fields, rule, changed)).toBe(expected);
  });

  it.each([
    ['ISCHANGED(Amount)', false],
    ['ISNEW()', true],
    ['ISCLONE()', true],
    ['PRIORVALUE(Amount)', 12.5]
  ])('when a record is new, then %s is %s', (formula, expected) => {
    expect(evaluated(formula, fields, rule, { isNew: true, isClone: true })).toBe(expected);
  });

  it.each([
    ['ISCHANGED(Account.Name)', 'The ISCHANGED function cannot reference the Account.Name field.'],
    ['PRIORVALUE($User.Alias)', 'The PRIORVALUE function cannot reference the $User.Alias field.'],
    ['PRIORVALUE(1)', "Incorrect argument type for function 'PRIORVALUE()'."],
    ['ISCHANGED(Name & "x")', "Incorrect argument type for function 'ISCHANGED()'."]
  ])('when %s asks for what has no prior value, then the message is %s', (formula, message) => {
    expect(() => compiled(formula, fields, rule)).toThrow(message);
  });
});
