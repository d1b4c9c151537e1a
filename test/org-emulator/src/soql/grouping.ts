import type { FunctionExp, GroupByClause, Query } from '@jetstreamapp/soql-parser-js';
import type { FieldValue, RecordValues } from '../schema/field.ts';
import { comparable } from './comparison.ts';
import { isLongText } from './condition.ts';
import { type Expression, textOfCall } from './expression.ts';
import type { Group } from './aggregates.ts';
import { cannotBe, malformedQuery } from './query-error.ts';
import { recordResolver } from './record-expressions.ts';
import type { QueryContext } from './query-context.ts';

/** One expression of GROUP BY, under the text by which SELECT, HAVING and ORDER BY name it. */
export interface GroupKey extends Expression<RecordValues> {
  readonly text: string;
}

/** How the records of a query are divided. */
export interface Grouping {
  readonly keys: readonly GroupKey[];
  readonly divide: (records: readonly RecordValues[]) => Group[];
}

/** Compiles GROUP BY, with ROLLUP and CUBE. Without the clause all records are one group, also when there are none. */
export function compileGrouping(context: QueryContext, groupBy: Query['groupBy']): Grouping {
  const clauses = groupBy === undefined ? [] : [groupBy].flat();
  const [first] = clauses;
  const special = first && 'fn' in first ? (first.fn.functionName ?? '').toUpperCase() : '';
  if (first && 'fn' in first && (special === 'ROLLUP' || special === 'CUBE')) {
    if (clauses.length > 1) throw malformedQuery(`${special} cannot stand beside other fields`);
    const keys = (first.fn.parameters ?? []).map((each) => keyOf(context, each));
    return {
      keys,
      divide: (records) => subsets(special, keys).flatMap((kept) => divide(keys, kept, records))
    };
  }
  const keys = clauses.map((clause) => clauseKey(context, clause));
  return {
    keys,
    divide: (records) => (keys.length === 0 ? [oneGroup(records)] : divide(keys, keys, records))
  };
}

function clauseKey(context: QueryContext, clause: GroupByClause): GroupKey {
  return keyOf(context, 'fn' in clause ? clause.fn : clause.field);
}

function keyOf(context: QueryContext, of: FunctionExp | string): GroupKey {
  const resolver = recordResolver(context);
  const expression = typeof of === 'string' ? resolver.field(of) : resolver.function(of);
  if (isLongText(expression)) throw cannotBe('grouped', expression.field);
  return { ...expression, text: (typeof of === 'string' ? of : textOfCall(of)).toLowerCase() };
}

/** ROLLUP(a, b) gives rows for (a, b), (a) and (); CUBE for every subset. */
function subsets(kind: 'CUBE' | 'ROLLUP', keys: readonly GroupKey[]): GroupKey[][] {
  if (kind === 'ROLLUP') return keys.map((_key, index) => keys.slice(0, keys.length - index)).concat([[]]);
  return keys.reduce<GroupKey[][]>((all, key) => all.flatMap((some) => [[...some, key], some]), [[]]);
}

function oneGroup(records: readonly RecordValues[]): Group {
  return { records, keys: new Map(), subtotalOf: new Set() };
}

function divide(
  keys: readonly GroupKey[],
  kept: readonly GroupKey[],
  records: readonly RecordValues[]
): Group[] {
  const groups = new Map<string, { records: RecordValues[]; keys: Map<string, FieldValue> }>();
  for (const record of records) {
    const values = kept.map((key) => key.valueOf(record));
    const id = JSON.stringify(kept.map((key, index) => comparable(key.field, values[index] ?? null)));
    const group = groups.get(id) ?? {
      records: [],
      keys: new Map(kept.map((key, index) => [key.text, values[index] ?? null]))
    };
    group.records.push(record);
    groups.set(id, group);
  }
  const subtotalOf = new Set(keys.filter((key) => !kept.includes(key)).map(({ text }) => text));
  return [...groups.values()].map((group) => ({ ...group, subtotalOf }));
}
