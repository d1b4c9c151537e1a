import { compileFormula } from '../compile-formula.ts';
import {
  type CompiledFormula,
  FormulaError,
  type FormulaScope,
  type FormulaSetting,
  type FormulaType
} from '../formula.ts';
import type { FieldValue } from '../../schema/field.ts';

/** A field of the record that a formula under test stands on. */
export interface TestField {
  readonly type: FormulaType;
  readonly value: FieldValue;
  readonly prior?: FieldValue;
}

/** Fields for tests by the names under which formulas refer to them. */
export type TestFields = Readonly<Record<string, TestField>>;

/** The moment at which formulas under test are worked out: a Sunday. */
export const testMoment = new Date('2026-11-22T10:20:30.400Z');

/** One field of each type, and their blank likes (`Blank…`). */
export const testFields: TestFields = {
  Amount: { type: 'number', value: 12.5, prior: 10 },
  At: { type: 'datetime', value: '2026-11-22T10:00:00.000Z' },
  BlankAmount: { type: 'number', value: null },
  BlankDay: { type: 'date', value: null },
  BlankName: { type: 'text', value: null },
  BlankStage: { type: 'picklist', value: null },
  Day: { type: 'date', value: '2026-11-22' },
  Flag: { type: 'boolean', value: true },
  Name: { type: 'text', value: 'Acme', prior: 'Acme' },
  Share: { type: 'number', value: 0.3 },
  Stage: { type: 'picklist', value: 'Won', prior: 'Open' },
  Tags: { type: 'multipicklist', value: 'red;blue' },
  Time: { type: 'time', value: '10:30:00.000Z' },
  'Account.Name': { type: 'text', value: 'Parent' },
  '$User.Alias': { type: 'text', value: 'rep' }
};

/** Compiles over fields whose names' capitals do not matter, as in an org. */
export function compiled(
  formula: string,
  fields: TestFields = testFields,
  setting: Omit<FormulaSetting, 'typeOf'> = {}
): CompiledFormula {
  return compileFormula(formula, { ...setting, typeOf: (name) => fieldNamed(fields, name)?.type });
}

/** The result of a formula over fields. */
export function evaluated(
  formula: string,
  fields: TestFields = testFields,
  setting: Omit<FormulaSetting, 'typeOf'> = {},
  change: Pick<FormulaScope, 'isClone' | 'isNew' | 'priorValueOf'> = {}
): FieldValue {
  return compiled(formula, fields, setting).evaluate({
    now: testMoment,
    valueOf: (name) => fieldNamed(fields, name)?.value ?? null,
    ...change
  });
}

/** Reads the values before the change. */
export function priorOf(fields: TestFields): (name: string) => FieldValue {
  return (name) => {
    const field = fieldNamed(fields, name);
    return field?.prior === undefined ? (field?.value ?? null) : field.prior;
  };
}

/** What `evaluated` gives, or the message of the FormulaError that it throws. */
export function outcome(formula: string, setting: Omit<FormulaSetting, 'typeOf'> = {}): FieldValue {
  try {
    return evaluated(formula, testFields, setting);
  } catch (error) {
    if (error instanceof FormulaError) return error.message;
    throw error;
  }
}

function fieldNamed(fields: TestFields, name: string): TestField | undefined {
  const wanted = name.toLowerCase();
  return fields[name] ?? Object.entries(fields).find(([key]) => key.toLowerCase() === wanted)?.[1];
}
