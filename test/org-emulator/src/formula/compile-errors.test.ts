import { describe, expect, it } from 'vitest';
import type { FormulaType } from './formula.ts';
import { compiled } from './testing/evaluate.ts';

function compiling(formula: string, returns?: FormulaType): () => unknown {
  return () => compiled(formula, undefined, returns === undefined ? {} : { returns });
}

/** Texts of github.com/salesforce/formula-engine, labels.xml, section FormulaFieldExceptionMessages. */
describe('formulas that cannot be used', () => {
  it.each([
    ['', "Syntax error.  Found 'end of formula'"],
    ['1 +', "Syntax error.  Found 'end of formula'"],
    ['IF(TRUE, 1, 2', "Syntax error.  Missing ')'"],
    ['(1 + 2', "Syntax error.  Missing ')'"],
    ['1 + 2)', "Syntax error. Extra ')'"],
    ['1 2', "Syntax error. Extra '2'"],
    ['Amount Name', 'Syntax error. Extra Name'],
    ['IF(, 1, 2)', "Syntax error.  Found ','"],
    ['1 ? 2', "Syntax error.  Found '?'"],
    ['"open', `Syntax error.  Found '"'`],
    [String.raw`"\d"`, `Syntax error.  Found '"'`]
  ])('when %s is read, then the syntax error is %s', (formula, message) => {
    expect(compiling(formula)).toThrow(expect.objectContaining({ name: 'FormulaError', message }));
  });

  it.each([
    ['Nonsense__c + 1', 'Field Nonsense__c does not exist. Check spelling.'],
    ['$Setup.Nothing__c.Here__c', 'Field $Setup.Nothing__c.Here__c does not exist. Check spelling.'],
    ['MINIMUM(1, 2)', 'Unknown function MINIMUM. Check spelling.'],
    ['VLOOKUP(a, b, c)', 'Function VLOOKUP is not supported by the local org'],
    ['DISTANCE(1, 2, "mi")', 'Function DISTANCE is not supported by the local org'],
    ['LEFT("a")', "Incorrect number of parameters for function 'LEFT()'. Expected 2, received 1"],
    ['IF(TRUE, 1)', "Incorrect number of parameters for function 'IF()'. Expected 3, received 2"],
    ['CASE(1, 1, 2)', "Incorrect number of parameters for function 'CASE()'. Expected 4, received 3"],
    ['CASE(1, 1, 2, 3, 4)', "Incorrect number of parameters for function 'CASE()'. Expected 4, received 5"],
    ['TODAY(1)', "Incorrect number of parameters for function 'TODAY()'. Expected 0, received 1"],
    ['AND()', "Incorrect number of parameters for function 'AND()'. Expected 1, received 0"]
  ])('when %s names what there is not, then the message is %s', (formula, message) => {
    expect(compiling(formula)).toThrow(expect.objectContaining({ message }));
  });

  it.each([
    ['LEFT(1, 2)', "Incorrect parameter type for function 'LEFT()'. Expected Text, received Number"],
    ['ABS("a")', "Incorrect parameter type for function 'ABS()'. Expected Number, received Text"],
    ['YEAR(At)', "Incorrect parameter type for function 'YEAR()'. Expected Date, received DateTime"],
    ['HOUR(At)', "Incorrect parameter type for function 'HOUR()'. Expected Time, received DateTime"],
    ['IF(1, 2, 3)', "Incorrect parameter type for function 'IF()'. Expected Boolean, received Number"],
    ['IF(TRUE, "a", 3)', "Incorrect parameter type for function 'IF()'. Expected Text, received Number"],
    ['AND(TRUE, 1)', "Incorrect parameter type for function 'AND()'. Expected Boolean, received Number"],
    ['Amount && TRUE', "Incorrect parameter type for operator '&&'. Expected Boolean, received Number"],
    ['1 = "1"', "Incorrect parameter type for operator '='. Expected Number, received Text"],
    ['Day = At', "Incorrect parameter type for operator '='. Expected Date, received DateTime"],
    ['Day > 1', "Incorrect parameter type for operator '>'. Expected Date, received Number"],
    ['"a" * 2', "Incorrect parameter type for operator '*'. Expected Number, received Text"],
    ['1 + "a"', "Incorrect parameter type for operator '+'. Expected Number, Date, DateTime, received Text"],
    ['"a" + 1', "Incorrect parameter type for operator '+'. Expected Text, received Number"],
    ['Day + Day', "Incorrect parameter type for operator '+'. Expected Number, received Date"],
    ['1 - Day', "Incorrect parameter type for operator '-'. Expected Number, DateTime, received Date"],
    ['Day - At', "Incorrect parameter type for operator '-'. Expected Number, Date, received DateTime"],
    ['Time + Time', "Incorrect argument type for operator '+'."],
    [
      'TEXT("a")',
      "Incorrect parameter type for function 'TEXT()'. Expected Number, Date, DateTime, Picklist, received Text"
    ],
    [
      'TEXT(Flag)',
      "Incorrect parameter type for function 'TEXT()'. Expected Number, Date, DateTime, Picklist, received Boolean"
    ],
    ['DATEVALUE(Day)', "Incorrect argument type for function 'DATEVALUE()'."],
    ['ISNULL(Flag)', "Incorrect argument type for function 'ISNULL()'."],
    ['CASE(Flag, TRUE, 1, 2)', "Incorrect argument type for function 'CASE()'."],
    ['CASE(1, 1, TRUE, FALSE)', "Incorrect argument type for function 'CASE()'."],
    ['CASE(1, "a", 2, 3)', "Incorrect parameter type for function 'CASE()'. Expected Number, received Text"],
    [
      'BLANKVALUE(Amount, "none")',
      "Incorrect parameter type for function 'BLANKVALUE()'. Expected Number, received Text"
    ],
    ['-Name', "Incorrect parameter type for operator '-'. Expected Number, received Text"],
    ['NOT(Amount)', "Incorrect parameter type for function 'NOT()'. Expected Boolean, received Number"]
  ])('when the types of %s do not fit, then the message is %s', (formula, message) => {
    expect(compiling(formula)).toThrow(expect.objectContaining({ message }));
  });

  const single = 'Field Stage is a picklist field. Picklist fields are only supported in certain functions.';
  const multi =
    'Field Tags is a multi-select picklist field. Multi-select picklist fields are only supported in certain functions.';

  it.each([
    ['Stage = "Won"', single],
    ['LEN(Stage)', single],
    ['Stage & "x"', single],
    ['IF(TRUE, Stage, "x")', single],
    ['BLANKVALUE(Stage, "x")', single],
    ['Stage', single],
    ['Tags', multi],
    ['CONTAINS(Tags, "red")', multi],
    ['TEXT(Tags)', multi],
    [
      'ISPICKVAL(Name, "x")',
      "Incorrect parameter type for function 'ISPICKVAL()'. Expected Picklist, received Text"
    ],
    [
      'ISPICKVAL(Stage, Name)',
      "Incorrect parameter type for function 'ISPICKVAL()'. Expected Text Literal, received Text"
    ],
    [
      'INCLUDES(Stage, "x")',
      "Incorrect parameter type for function 'INCLUDES()'. Expected Multi-Select Picklist, received Picklist"
    ],
    [
      'CASE(Stage, Name, 1, 2)',
      "Incorrect parameter type for function 'CASE()'. Expected Text Literal, received Text"
    ]
  ])('when a picklist stands where none may, as in %s, then the message is %s', (formula, message) => {
    expect(compiling(formula)).toThrow(expect.objectContaining({ message }));
  });

  it.each<[string, FormulaType, string]>([
    ['"a"', 'number', 'Formula result is data type (Text), incompatible with expected data type (Number).'],
    ['Amount', 'text', 'Formula result is data type (Number), incompatible with expected data type (Text).'],
    [
      'Day',
      'datetime',
      'Formula result is data type (Date), incompatible with expected data type (DateTime).'
    ],
    ['1', 'boolean', 'Formula result is data type (Number), incompatible with expected data type (Boolean).'],
    [
      '1',
      'picklist',
      'Formula result is data type (Number), incompatible with expected data type (Picklist).'
    ]
  ])('when %s must give a %s, then the message is %s', (formula, returns, message) => {
    expect(compiling(formula, returns)).toThrow(expect.objectContaining({ message }));
  });

  it.each<[string, FormulaType]>([
    ['NULL', 'number'],
    ['IF(Flag, NULL, NULL)', 'date'],
    ['"Won"', 'picklist']
  ])('when %s must give a %s, then it may', (formula, returns) => {
    expect(compiling(formula, returns)).not.toThrow();
  });

  it.each(['ISCHANGED(Name)', 'ISNEW()', 'ISCLONE()', 'PRIORVALUE(Name)'])(
    'when %s stands where there is no change, then it is refused',
    (formula) => {
      const name = formula.replace(/\(.*/, '');
      expect(compiling(formula)).toThrow(`Function ${name} may not be used in this type of formula`);
    }
  );
});
