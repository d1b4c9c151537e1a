import type { FunctionExp } from '@jetstreamapp/soql-parser-js';
import type { FieldDefinition, FieldValue } from '../schema/field.ts';
import type { FieldPath } from './field-path.ts';

/**
 * Something of a row that can be selected, compared and sorted by: a field, a function of one, an aggregate of a
 * group. Rows are records, or groups of records.
 */
export interface Expression<Row> {
  /** Type of its values, and how they compare; for functions a field made up for the purpose. */
  readonly field: FieldDefinition;
  readonly valueOf: (row: Row) => FieldValue;
  /** The field itself, where it is one: an index may then find its rows. */
  readonly path?: FieldPath | undefined;
}

/** Finds out what names and functions in a clause mean. */
export interface Resolver<Row> {
  readonly field: (name: string) => Expression<Row>;
  readonly function: (call: FunctionExp) => Expression<Row>;
}

/** A function's parameter that is a field name. */
export function parameterName(call: FunctionExp, index = 0): string {
  const parameter = call.parameters?.[index];
  return typeof parameter === 'string' ? parameter : '';
}

/** How a function stands in the query, for comparing a GROUP BY with the SELECT and for messages. */
export function textOfCall(call: FunctionExp): string {
  const parameters = (call.parameters ?? []).map((each) =>
    typeof each === 'string' ? each : textOfCall(each)
  );
  return `${call.functionName ?? ''}(${parameters.join(', ')})`;
}
