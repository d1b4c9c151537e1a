import { compileFormula } from '../../formula/compile-formula.ts';
import type { FormulaScope, FormulaSetting } from '../../formula/formula.ts';
import type { FieldValue, RecordValues } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { compileReference, type ReferenceSource, type ReferenceValue } from './reference-value.ts';

/** What a formula about a record is computed from. */
export interface RecordMoment {
  readonly record: RecordValues;
  /** The record as it was before the change; undefined for a new one, and where nothing changes. */
  readonly before?: RecordValues | undefined;
  /** The user of `$User`; without one, `$User` has no values. */
  readonly user?: RecordValues | undefined;
  readonly now: Date;
}

/** A formula about one record, ready to be computed. Throws FormulaError, such as #Error!. */
export type RecordFormula = (moment: RecordMoment) => FieldValue;

/** Reads a formula that stands on an object. Throws FormulaError where it cannot be read. */
export function compileRecordFormula(
  source: ReferenceSource,
  object: ObjectDefinition,
  formula: string,
  setting: Omit<FormulaSetting, 'typeOf'>
): RecordFormula {
  const values = new Map<string, ReferenceValue>();
  const find = (reference: string): ReferenceValue | undefined => {
    const value = values.get(reference) ?? compileReference(source, object, reference);
    if (value) values.set(reference, value);
    return value;
  };
  const compiled = compileFormula(formula, {
    ...setting,
    typeOf: (reference) => find(reference)?.type
  });
  for (const reference of compiled.references) find(reference);
  return (moment) => compiled.evaluate(scopeOf(values, moment));
}

function scopeOf(values: ReadonlyMap<string, ReferenceValue>, moment: RecordMoment): FormulaScope {
  const { record, before, user, now } = moment;
  return {
    valueOf: (reference) => values.get(reference)?.read(record, user) ?? null,
    priorValueOf: (reference) => values.get(reference)?.read(before ?? record, user) ?? null,
    isNew: before === undefined,
    now
  };
}
