import type { FunctionExp } from '@jetstreamapp/soql-parser-js';
import { Decimal } from 'decimal.js';
import { isNumeric, type FieldDefinition, type FieldValue, type RecordValues } from '../schema/field.ts';
import { field as makeField } from '../schema/field-builders.ts';
import { comparable, compareValues } from './comparison.ts';
import { isLongText } from './condition.ts';
import { type Expression, parameterName, textOfCall } from './expression.ts';
import { malformedQuery } from './query-error.ts';
import { recordResolver } from './record-expressions.ts';
import type { QueryContext } from './query-context.ts';

/** The records of one group, and the values they have in common, by the text of the grouped expression. */
export interface Group {
  readonly records: readonly RecordValues[];
  readonly keys: ReadonlyMap<string, FieldValue>;
  /** Grouped expressions that a ROLLUP or CUBE left out of this row, which sums over all their values. */
  readonly subtotalOf: ReadonlySet<string>;
}

type Reduce = (of: Expression<RecordValues>, records: readonly RecordValues[]) => FieldValue;

const presentValues = (of: Expression<RecordValues>, records: readonly RecordValues[]) =>
  records.map(of.valueOf).filter((value) => value !== null);

const sum = (values: readonly FieldValue[]) =>
  values.reduce((total: Decimal, value) => total.plus(Number(value)), new Decimal(0));

const extreme =
  (direction: 1 | -1): Reduce =>
  (of, records) =>
    presentValues(of, records).reduce<FieldValue>((best, value) => {
      if (best === null) return value;
      const order = compareValues(comparable(of.field, value), comparable(of.field, best));
      return order * direction > 0 ? value : best;
    }, null);

const reducers: Readonly<Record<string, Reduce>> = {
  COUNT: (of, records) => presentValues(of, records).length,
  COUNT_DISTINCT: (of, records) =>
    new Set(presentValues(of, records).map((value) => comparable(of.field, value))).size,
  SUM: (of, records) => {
    const values = presentValues(of, records);
    return values.length === 0 ? null : sum(values).toNumber();
  },
  AVG: (of, records) => {
    const values = presentValues(of, records);
    return values.length === 0 ? null : sum(values).div(values.length).toNumber();
  },
  MIN: extreme(-1),
  MAX: extreme(1)
};

/** Whether a function works on groups of records rather than on one record. */
export function isAggregate(call: FunctionExp): boolean {
  return (call.functionName ?? '').toUpperCase() in reducers;
}

/** An aggregate function as an expression of a group. Throws what Salesforce answers for a field it cannot take. */
export function aggregateExpression(context: QueryContext, call: FunctionExp): Expression<Group> {
  const name = (call.functionName ?? '').toUpperCase();
  const reduce = reducers[name];
  if (!reduce) throw malformedQuery(`Unknown aggregate function: ${name}`);
  const [parameter] = call.parameters ?? [];
  const text = textOfCall(call);
  if (parameter === undefined) {
    return { field: makeField(text, text, 'int'), valueOf: ({ records }) => records.length };
  }
  const resolver = recordResolver(context);
  const of =
    typeof parameter === 'string' ? resolver.field(parameterName(call)) : resolver.function(parameter);
  if (!canTake(name, of.field)) {
    throw malformedQuery(`field ${of.field.name} does not support aggregate operator ${name}`);
  }
  const type = name.startsWith('COUNT') ? 'int' : of.field.type;
  const { length, precision, scale, picklistValues } = of.field;
  return {
    field: makeField(text, text, type, { length, precision, scale, picklistValues }),
    valueOf: ({ records }) => reduce(of, records)
  };
}

function canTake(name: string, field: FieldDefinition): boolean {
  if (name === 'SUM' || name === 'AVG') return isNumeric(field.type);
  if (name === 'MIN' || name === 'MAX') return field.type !== 'boolean' && !isLongText({ field });
  return !isLongText({ field });
}
