import type { FunctionExp } from '@jetstreamapp/soql-parser-js';
import { notSupported } from '../errors/salesforce-error.ts';
import type { FieldDefinition, FieldValue, RecordValues } from '../schema/field.ts';
import { field as makeField } from '../schema/field-builders.ts';
import { dateParts, inZone } from './date-parts.ts';
import { type Expression, parameterName, type Resolver, textOfCall } from './expression.ts';
import { resolvePath } from './field-path.ts';
import { displayText } from './format.ts';
import { malformedQuery } from './query-error.ts';
import { type QueryContext, timeZoneOf } from './query-context.ts';

type RecordExpression = Expression<RecordValues>;

/** What names and functions mean of the records of a query. */
export function recordResolver(context: QueryContext): Resolver<RecordValues> {
  return {
    field: (name) => fieldExpression(context, name),
    function: (call) => functionExpression(context, call)
  };
}

function fieldExpression(context: QueryContext, name: string): RecordExpression {
  const path = resolvePath(context, name);
  return { field: path.field, valueOf: path.valueOf, path };
}

function functionExpression(context: QueryContext, call: FunctionExp): RecordExpression {
  const name = (call.functionName ?? '').toUpperCase();
  const part = dateParts[name];
  if (part) {
    const of = dateArgument(context, call);
    return derived(call, part.type, (record) => {
      const value = of.valueOf(record);
      return typeof value === 'string' ? part.of(inZone(of.field.type, value, timeZoneOf(context))) : null;
    });
  }
  const argument = () => fieldExpression(context, parameterName(call));
  if (name === 'TOLABEL') {
    const of = argument();
    return derived(call, 'string', (record) => labelOf(of.field, of.valueOf(record)));
  }
  if (name === 'FORMAT') {
    const of = argument();
    return derived(call, 'string', (record) =>
      displayText(of.field, of.valueOf(record), timeZoneOf(context))
    );
  }
  throw notSupported(`the function ${textOfCall(call)} in SOQL`);
}

/** The date field of a date function, which may stand inside `convertTimezone`. */
function dateArgument(context: QueryContext, call: FunctionExp): RecordExpression {
  const [parameter] = call.parameters ?? [];
  const isConverted =
    typeof parameter === 'object' && /^convertTimezone$/i.test(parameter.functionName ?? '');
  const of = fieldExpression(context, isConverted ? parameterName(parameter) : parameterName(call));
  if (of.field.type !== 'date' && of.field.type !== 'datetime') {
    throw malformedQuery(`field '${of.field.name}' does not support function ${call.functionName ?? ''}`);
  }
  return of;
}

function derived(
  call: FunctionExp,
  type: FieldDefinition['type'],
  valueOf: (record: RecordValues) => FieldValue
): RecordExpression {
  return { field: makeField(textOfCall(call), textOfCall(call), type), valueOf };
}

function labelOf(field: FieldDefinition, value: FieldValue): FieldValue {
  if (typeof value !== 'string') return value;
  const label = (each: string) => field.picklistValues.find((choice) => choice.value === each)?.label ?? each;
  return field.type === 'multipicklist' ? value.split(';').map(label).join(';') : label(value);
}
