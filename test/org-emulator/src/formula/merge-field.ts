import { momentFrom, timeFrom } from './calendar.ts';
import type { Expression, MergeField, ValueOfKind } from './expression.ts';
import { FormulaError, type FormulaScope, type FormulaSetting, type FormulaType } from './formula.ts';
import { FormulaNumber, zero } from './formula-number.ts';
import type { FieldValue } from '../schema/field.ts';

type Read = (name: string, scope: FormulaScope) => FieldValue;

const current: Read = (name, scope) => scope.valueOf(name);
const beforeChange: Read = (name, scope) => (scope.priorValueOf ?? scope.valueOf)(name);

/**
 * A merge field. Blank numbers count as zero where the setting says so; truths are never blank. Throws FormulaError
 * when there is no such field.
 */
export function mergeField(name: string, setting: FormulaSetting): Expression {
  const type = setting.typeOf(name);
  if (type === undefined) throw new FormulaError(`Field ${name} does not exist. Check spelling.`);
  return fieldOf(type, name, setting.treatBlanksAs === 'BlankAsZero' ? zero : null);
}

function fieldOf(type: FormulaType, name: string, blankNumber: FormulaNumber | null): Expression {
  switch (type) {
    case 'boolean':
      return reading(type, name, (value) => value === true || value === 'true');
    case 'number':
      return reading(type, name, (value) => numberOf(value) ?? blankNumber);
    case 'date':
    case 'datetime':
      return reading(type, name, (value) => momentOf(name, value));
    case 'time':
      return reading(type, name, (value) => timeOf(name, value));
    default:
      return reading(type, name, (value) => (value === null ? '' : String(value)));
  }
}

function reading<K extends FormulaType>(
  kind: K,
  name: string,
  convert: (value: FieldValue) => ValueOfKind[K]
): Expression<K> & { readonly field: MergeField<K> } {
  const read = (by: Read) => (scope: FormulaScope) => convert(by(name, scope));
  return { kind, evaluate: read(current), field: { name, prior: read(beforeChange) } };
}

function numberOf(value: FieldValue): FormulaNumber | null {
  if (value === null || value === '') return null;
  return new FormulaNumber(Number(value));
}

function momentOf(name: string, value: FieldValue): number | null {
  if (value === null || value === '') return null;
  const moment = momentFrom(String(value));
  if (Number.isNaN(moment)) throw new FormulaError('#Error!', `${name} holds '${value}', which is no date`);
  return moment;
}

function timeOf(name: string, value: FieldValue): number | null {
  if (value === null || value === '') return null;
  const time = timeFrom(String(value));
  if (time === undefined) throw new FormulaError('#Error!', `${name} holds '${value}', which is no time`);
  return time;
}
