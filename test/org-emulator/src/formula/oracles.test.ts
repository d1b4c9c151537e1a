import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TestFields } from './testing/evaluate.ts';
import { formulon, ours, sformula, type Verdict } from './testing/oracles.ts';
import { fieldValues, formulas } from './testing/random-formula.ts';

/** The same formulas each time, since an oracle's own mistake must not fail a run by chance; FORMULA_SEED gives others. */
const seed = Number(process.env['FORMULA_SEED'] ?? 20_261_122);

describe('beside formulon and sformula', () => {
  it.each(['boolean', 'date', 'number', 'text'] as const)(
    `when a random %s formula is worked out, then all three agree (FORMULA_SEED=${seed})`,
    (type) => {
      fc.assert(
        fc.property(formulas[type], fieldValues, (formula, fields) => {
          const result = ours(formula, fields);
          const said = {
            ours: result,
            formulon: formulon(formula, fields),
            sformula: sformula(formula, fields)
          };
          expect(said).toEqual({ ours: result, formulon: result, sformula: result });
        }),
        { numRuns: 30, seed }
      );
    }
  );

  const fields: TestFields = {
    BlankNumber: { type: 'number', value: null },
    BlankText: { type: 'text', value: null },
    LastDay: { type: 'date', value: '2026-02-28' }
  };

  const grammar = 'github.com/salesforce/formula-engine, Formula.g4: ^ binds less than *';
  const published = 'github.com/salesforce/formula-engine, formulaTestV2.xml';
  const errors = 'Salesforce help, "Formula Operators and Functions"; the published engine throws';
  const threeValues =
    'github.com/salesforce/formula-engine, OperatorComparison: null is neither true nor false';

  // Formula, what ours, formulon and sformula say, and the public source that says ours is right.
  it.each<[string, Verdict, Verdict, Verdict, string]>([
    ['2 * 3 ^ 2', 36, 18, 18, grammar],
    ['TEXT(0.5)', '0.5', '0.5', '.5', 'Trailhead, "Use Text Formulas": TEXT of 30% returns 0.3'],
    ['SUBSTITUTE("abc", "", "x")', null, 'xaxbxcx', 'abc', published],
    ['FIND("b", "abc", 0)', 2, 0, 0, published],
    ['RIGHT("abc", 5)', 'abc', 'bc', 'abc', published],
    ['MID("abc", 0, 2)', 'ab', 'c', 'ab', published],
    ['LPAD(BlankText, 3, "*")', null, '***', null, published],
    ['ADDMONTHS(LastDay, 1)', '2026-03-31', '2026-03-28', '2026-03-31', 'Salesforce help, "ADDMONTHS"'],
    ['NOT(CONTAINS(BlankText, "a"))', false, true, true, threeValues],
    ['NOT(BlankNumber > 5)', false, true, false, threeValues],
    ['BlankNumber = NULL', false, true, false, threeValues],
    ['1 / 0', 'no result', 'Infinity', null, errors],
    ['MOD(7, 0)', 'no result', 'NaN', 7, errors],
    ['SQRT(-1)', 'no result', 'NaN', null, errors],
    ['VALUE("abc")', 'no result', null, null, errors],
    ['DATE(2025, 2, 29)', 'no result', '2025-03-01', null, 'Salesforce help, "DATE"'],
    [String.raw`"a\"b"`, 'a"b', 'no result', 'a"b', 'github.com/salesforce/formula-engine, LexerRules.g4'],
    ['"it\'s"', "it's", "it's", 'no result', 'github.com/salesforce/formula-engine, LexerRules.g4'],
    [String.raw`REGEX("a1", "[a-z]\\d")`, true, 'no result', 'no result', 'Salesforce help, "REGEX"'],
    ['ISNUMBER("1")', true, 'no result', true, 'Salesforce help, "ISNUMBER"'],
    ['if(TRUE, 1, 2)', 1, 1, 'no result', 'github.com/salesforce/formula-engine: caseSensitive=false']
  ])(
    'when %s is worked out, then ours is %s, formulon’s %s, sformula’s %s (%s)',
    (formula, mine, first, second, _source) => {
      const said = {
        ours: ours(formula, fields),
        formulon: formulon(formula, fields),
        sformula: sformula(formula, fields)
      };
      expect(said).toEqual({ ours: mine, formulon: first, sformula: second });
    }
  );
});
