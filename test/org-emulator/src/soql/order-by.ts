import type { OrderByClause, Query } from '@jetstreamapp/soql-parser-js';
import type { FieldDefinition, FieldValue } from '../schema/field.ts';
import { comparable, type ComparableValue, compareValues } from './comparison.ts';
import { isLongText } from './condition.ts';
import type { Resolver } from './expression.ts';
import { cannotBe } from './query-error.ts';

interface SortKey<Row> {
  readonly valueOf: (row: Row) => ComparableValue;
  readonly direction: 1 | -1;
  readonly nullsFirst: boolean;
}

/** Compiles ORDER BY. Nulls come first unless the query says otherwise, descending order too. */
export function compileOrderBy<Row>(
  resolver: Resolver<Row>,
  orderBy: Query['orderBy']
): (rows: readonly Row[]) => Row[] {
  const keys = (orderBy === undefined ? [] : [orderBy].flat()).map((clause) => sortKey(resolver, clause));
  if (keys.length === 0) return (rows) => [...rows];
  return (rows) => rows.toSorted((a, b) => compareRows(keys, a, b));
}

function sortKey<Row>(resolver: Resolver<Row>, clause: OrderByClause): SortKey<Row> {
  const of = 'fn' in clause ? resolver.function(clause.fn) : resolver.field(clause.field);
  if (isLongText(of)) throw cannotBe('sorted', of.field);
  const rank = rankOf(of.field);
  return {
    valueOf: (row) => rank(of.valueOf(row)),
    direction: clause.order === 'DESC' ? -1 : 1,
    nullsFirst: clause.nulls !== 'LAST'
  };
}

/** Picklists sort by the order of their values in Setup; what is not among them comes after. */
function rankOf(field: FieldDefinition): (value: FieldValue) => ComparableValue {
  if (field.type !== 'picklist' || field.picklistValues.length === 0)
    return (value) => comparable(field, value);
  const order = new Map(
    field.picklistValues.map(({ value }, index) => [value.toLowerCase(), index] as const)
  );
  return (value) =>
    typeof value === 'string' ? (order.get(value.toLowerCase()) ?? field.picklistValues.length) : null;
}

function compareRows<Row>(keys: readonly SortKey<Row>[], a: Row, b: Row): number {
  for (const { valueOf, direction, nullsFirst } of keys) {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === right) continue;
    if (left === null) return nullsFirst ? -1 : 1;
    if (right === null) return nullsFirst ? 1 : -1;
    return compareValues(left, right) * direction;
  }
  return 0;
}
