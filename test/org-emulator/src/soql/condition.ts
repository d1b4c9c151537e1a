import type { Condition, ConditionWithValueQuery } from '@jetstreamapp/soql-parser-js';
import { notSupported } from '../errors/salesforce-error.ts';
import type { FieldValue, RecordValues } from '../schema/field.ts';
import { comparable, isTrue, likePattern } from './comparison.ts';
import { dateRange, isInRelation } from './date-literals.ts';
import { type FieldPath, resolvePath } from './field-path.ts';
import { literalValue } from './literal.ts';
import { malformedQuery } from './query-error.ts';
import type { QueryContext } from './query-context.ts';

/** A compiled condition; `lookup` says which records an index could give instead of a scan of all. */
export interface Criterion {
  readonly test: (record: RecordValues) => boolean;
  readonly lookup?: { readonly field: string; readonly values: readonly FieldValue[] };
}

type ValueCondition = Extract<Condition, { field: string }>;

/** Compiles one comparison of the WHERE clause. */
export function compileCondition(context: QueryContext, condition: ConditionWithValueQuery): Criterion {
  if ('valueQuery' in condition) throw notSupported('subqueries in a WHERE clause');
  if ('fn' in condition)
    throw notSupported(`the function ${condition.fn.functionName ?? ''} in a WHERE clause`);
  if (!('field' in condition)) throw malformedQuery('unexpected token: (');
  const path = resolvePath(context, condition.field);
  if (isDateLiteral(condition)) return compileDateLiteral(context, path, condition);
  switch (condition.operator) {
    case 'IN':
    case 'NOT IN':
      return compileIn(path, condition);
    case 'LIKE':
      return compileLike(path, condition);
    case 'INCLUDES':
    case 'EXCLUDES':
      throw notSupported(`${condition.operator} in SOQL`);
    default:
      return compileComparison(path, condition);
  }
}

function compileComparison(path: FieldPath, condition: ValueCondition): Criterion {
  const [literal = null] = literals(path, condition);
  const right = comparable(path.field, literal);
  const { operator } = condition;
  const test = (record: RecordValues) =>
    isTrue(operator, comparable(path.field, path.valueOf(record)), right);
  return operator === '=' && literal !== null ? withLookup(path, test, [literal]) : { test };
}

function compileIn(path: FieldPath, condition: ValueCondition): Criterion {
  const values = literals(path, condition);
  const wanted = new Set(values.map((value) => comparable(path.field, value)));
  const isIn = (record: RecordValues) => wanted.has(comparable(path.field, path.valueOf(record)));
  if (condition.operator === 'NOT IN') return { test: (record) => !isIn(record) };
  return values.includes(null) ? { test: isIn } : withLookup(path, isIn, values);
}

function compileLike(path: FieldPath, condition: ValueCondition): Criterion {
  const [pattern] = literals(path, condition);
  if (typeof pattern !== 'string') throw malformedQuery('LIKE needs a text');
  const expression = likePattern(pattern);
  return { test: (record) => expression.test(String(path.valueOf(record) ?? '')) };
}

function compileDateLiteral(context: QueryContext, path: FieldPath, condition: ValueCondition): Criterion {
  if (path.field.type !== 'date' && path.field.type !== 'datetime') {
    throw malformedQuery(`${path.field.name} is not a date: ${String(condition.value)}`);
  }
  const range = dateRange(String(condition.value), context.clock.now());
  const momentOf = (record: RecordValues) => {
    const value = path.valueOf(record);
    return typeof value === 'string' ? Date.parse(value) : null;
  };
  return { test: (record) => isInRelation(condition.operator, momentOf(record), range) };
}

function withLookup(path: FieldPath, test: Criterion['test'], values: readonly FieldValue[]): Criterion {
  return path.steps.length > 0 ? { test } : { test, lookup: { field: path.field.name, values } };
}

function literals(path: FieldPath, condition: ValueCondition): FieldValue[] {
  return [condition.value].flat().map((text, index) => {
    const types = condition.literalType;
    return literalValue(path.field, text, Array.isArray(types) ? types[index] : types);
  });
}

function isDateLiteral(condition: ValueCondition): boolean {
  const type = [condition.literalType].flat()[0];
  return type === 'DATE_LITERAL' || type === 'DATE_N_LITERAL';
}
