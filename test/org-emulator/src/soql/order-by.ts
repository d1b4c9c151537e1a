import type { OrderByClause, Query } from '@jetstreamapp/soql-parser-js';
import { notSupported } from '../errors/salesforce-error.ts';
import type { RecordValues } from '../schema/field.ts';
import { comparable, type ComparableValue, compareValues } from './comparison.ts';
import { resolvePath } from './field-path.ts';
import type { QueryContext } from './query-context.ts';

interface SortKey {
  readonly valueOf: (record: RecordValues) => ComparableValue;
  readonly direction: 1 | -1;
  readonly nullsFirst: boolean;
}

/** Compiles ORDER BY. Nulls come first unless the query says otherwise, descending order too. */
export function compileOrderBy(
  context: QueryContext,
  orderBy: Query['orderBy']
): (records: readonly RecordValues[]) => RecordValues[] {
  const keys = (orderBy === undefined ? [] : [orderBy].flat()).map((clause) => sortKey(context, clause));
  return (records) => records.toSorted((a, b) => compareRecords(keys, a, b));
}

function sortKey(context: QueryContext, clause: OrderByClause): SortKey {
  if (!('field' in clause)) throw notSupported('functions in ORDER BY');
  const path = resolvePath(context, clause.field);
  return {
    valueOf: (record) => comparable(path.field, path.valueOf(record)),
    direction: clause.order === 'DESC' ? -1 : 1,
    nullsFirst: clause.nulls !== 'LAST'
  };
}

function compareRecords(keys: readonly SortKey[], a: RecordValues, b: RecordValues): number {
  for (const { valueOf, direction, nullsFirst } of keys) {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === right) continue;
    if (left === null) return nullsFirst ? -1 : 1;
    if (right === null) return nullsFirst ? 1 : -1;
    return compareValues(left, right) * direction;
  }
  return 0;
}
