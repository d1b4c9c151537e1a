import type { Condition, ConditionWithValueQuery, Query } from '@jetstreamapp/soql-parser-js';
import { notSupported } from '../errors/salesforce-error.ts';
import type { FieldValue } from '../schema/field.ts';
import { comparable, isTrue, likePattern } from './comparison.ts';
import { dateRange, isInRelation } from './date-literals.ts';
import { inZone } from './date-parts.ts';
import type { Expression, Resolver } from './expression.ts';
import { literalValue } from './literal.ts';
import { cannotBe, malformedQuery } from './query-error.ts';
import { type QueryContext, timeZoneOf } from './query-context.ts';

/** A compiled condition; `lookup` says which records an index could give instead of a scan of all. */
export interface Criterion<Row> {
  readonly test: (row: Row) => boolean;
  readonly lookup?: { readonly field: string; readonly values: readonly FieldValue[] };
}

/** Where a clause stands: what names in it mean, and how a query inside of it is answered. */
export interface ClauseSetting<Row> {
  readonly context: QueryContext;
  readonly resolver: Resolver<Row>;
  /** Ids that a semi-join selects. */
  readonly semiJoin: (query: Query) => ReadonlySet<FieldValue>;
}

type ValueCondition = Extract<Condition, { field: string }> | Extract<Condition, { fn: unknown }>;

/** Compiles one comparison of a WHERE or HAVING clause. */
export function compileCondition<Row>(
  setting: ClauseSetting<Row>,
  condition: ConditionWithValueQuery
): Criterion<Row> {
  if ('valueQuery' in condition) return compileSemiJoin(setting, condition);
  if (!('operator' in condition)) throw malformedQuery('unexpected token: (');
  const of =
    'fn' in condition ? setting.resolver.function(condition.fn) : setting.resolver.field(condition.field);
  if (isLongText(of)) throw cannotBe('filtered', of.field);
  if (isDateLiteral(condition)) return compileDateLiteral(setting.context, of, condition);
  switch (condition.operator) {
    case 'IN':
    case 'NOT IN':
      return compileIn(of, condition);
    case 'LIKE':
      return compileLike(of, condition);
    case 'INCLUDES':
    case 'EXCLUDES':
      return compileIncludes(of, condition);
    default:
      return compileComparison(of, condition);
  }
}

/** Long and rich text, and what may be of any type, can be neither filtered, sorted nor grouped by. */
export function isLongText({ field }: Pick<Expression<never>, 'field'>): boolean {
  if (field.type === 'anyType') return true;
  return field.type === 'textarea' && (field.length > 255 || field.html);
}

function compileSemiJoin<Row>(
  { resolver, semiJoin }: ClauseSetting<Row>,
  condition: Extract<ConditionWithValueQuery, { valueQuery: unknown }>
): Criterion<Row> {
  const of = resolver.field(condition.field);
  if (of.field.type !== 'id' && of.field.type !== 'reference') {
    throw malformedQuery(
      `The left operand field in the where expression should be an id field: ${of.field.name}`
    );
  }
  const ids = semiJoin(condition.valueQuery);
  if (condition.operator === 'NOT IN') return { test: (row) => !ids.has(of.valueOf(row)) };
  if (condition.operator !== 'IN') throw malformedQuery(`unexpected token: '${condition.operator}'`);
  return withLookup(of, (row) => ids.has(of.valueOf(row)), [...ids]);
}

function compileComparison<Row>(of: Expression<Row>, condition: ValueCondition): Criterion<Row> {
  const [literal = null] = literals(of, condition);
  const right = comparable(of.field, literal);
  const { operator } = condition;
  const test = (row: Row) => isTrue(operator, comparable(of.field, of.valueOf(row)), right);
  return operator === '=' && literal !== null ? withLookup(of, test, [literal]) : { test };
}

function compileIn<Row>(of: Expression<Row>, condition: ValueCondition): Criterion<Row> {
  const values = literals(of, condition);
  const wanted = new Set(values.map((value) => comparable(of.field, value)));
  const isIn = (row: Row) => wanted.has(comparable(of.field, of.valueOf(row)));
  if (condition.operator === 'NOT IN') return { test: (row) => !isIn(row) };
  return values.includes(null) ? { test: isIn } : withLookup(of, isIn, values);
}

function compileLike<Row>(of: Expression<Row>, condition: ValueCondition): Criterion<Row> {
  const [pattern] = literals(of, condition);
  if (typeof pattern !== 'string') throw malformedQuery('LIKE needs a text');
  const expression = likePattern(pattern);
  return { test: (row) => expression.test(String(of.valueOf(row) ?? '')) };
}

/** `INCLUDES ('a;b', 'c')`: a and b are both chosen, or c is. */
function compileIncludes<Row>(of: Expression<Row>, condition: ValueCondition): Criterion<Row> {
  if (of.field.type !== 'multipicklist') {
    throw malformedQuery(`${condition.operator} is not valid for the field ${of.field.name}`);
  }
  const wanted = literals(of, condition).map((value) => String(value).toLowerCase().split(';'));
  const includes = (row: Row) => {
    const chosen = String(of.valueOf(row) ?? '')
      .toLowerCase()
      .split(';');
    return wanted.some((all) => all.every((each) => chosen.includes(each)));
  };
  return { test: condition.operator === 'INCLUDES' ? includes : (row) => !includes(row) };
}

function compileDateLiteral<Row>(
  context: QueryContext,
  of: Expression<Row>,
  condition: ValueCondition
): Criterion<Row> {
  const { type } = of.field;
  if (type !== 'date' && type !== 'datetime') {
    throw malformedQuery(`${of.field.name} is not a date: ${String(condition.value)}`);
  }
  if (Array.isArray(condition.value)) throw notSupported('several date literals in a list');
  const zone = timeZoneOf(context);
  const range = dateRange(condition.value, context.clock.now(), zone);
  const momentOf = (row: Row) => {
    const value = of.valueOf(row);
    return typeof value === 'string' ? inZone(type, value, zone).toMillis() : null;
  };
  return { test: (row) => isInRelation(condition.operator, momentOf(row), range) };
}

function withLookup<Row>(
  { path }: Expression<Row>,
  test: Criterion<Row>['test'],
  values: readonly FieldValue[]
): Criterion<Row> {
  if (!path || path.steps.length > 0) return { test };
  return { test, lookup: { field: path.field.name, values } };
}

function literals<Row>(of: Expression<Row>, condition: ValueCondition): FieldValue[] {
  return [condition.value].flat().map((text, index) => {
    const types = condition.literalType;
    return literalValue(of.field, text, Array.isArray(types) ? types[index] : types);
  });
}

function isDateLiteral(condition: ValueCondition): boolean {
  const type = [condition.literalType].flat()[0];
  return type === 'DATE_LITERAL' || type === 'DATE_N_LITERAL';
}
