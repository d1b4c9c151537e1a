import { notFound, notSupported } from '../../errors/salesforce-error.ts';
import type { FieldDefinition } from '../../schema/field.ts';
import type { UiCall } from '../answers.ts';
import { findFieldPath } from './field-path.ts';
import { filterLiteral, likeText, quoted } from './filter-literal.ts';
import type { ListFilter, ListView } from './list-view.ts';

const comparisons: Readonly<Record<string, string>> = {
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>='
};

/** The condition of a list view's filters as SOQL writes it; empty where it has none. */
export function listCondition(call: UiCall, view: ListView): string {
  const conditions = view.filters.map((filter) => `(${filterCondition(call, view, filter)})`);
  if (view.booleanFilter === undefined) return conditions.join(' AND ');
  return view.booleanFilter.replace(/\d+/g, (number) => {
    const condition = conditions[Number(number) - 1];
    if (condition === undefined) throw notSupported(`the filter logic ${view.booleanFilter ?? ''}`);
    return condition;
  });
}

/** A list that filters by a field which the user may not see is not there for that user. */
function filterCondition(call: UiCall, { object }: ListView, filter: ListFilter): string {
  const found = findFieldPath(call, object, filter.path);
  if (!found) throw notFound();
  const { path, field } = found;
  switch (filter.operation) {
    case 'equals':
      return oneOf(path, '=', field, filter.value, 'OR');
    case 'notEqual':
      return oneOf(path, '!=', field, filter.value, 'AND');
    case 'contains':
      return like(path, filter.value, (text) => `%${text}%`);
    case 'notContain':
      return `NOT (${like(path, filter.value, (text) => `%${text}%`)})`;
    case 'startsWith':
      return like(path, filter.value, (text) => `${text}%`);
    case 'includes':
    case 'excludes':
      return `${path} ${filter.operation.toUpperCase()} (${valuesOf(filter.value, /[;,]/).map(quoted).join(', ')})`;
    default:
      return compared(path, field, filter);
  }
}

function compared(path: string, field: FieldDefinition, { operation, value }: ListFilter): string {
  const sign = comparisons[operation];
  if (sign === undefined) throw notSupported(`the operation ${operation} in a list view's filter`);
  return `${path} ${sign} ${filterLiteral(field, value)}`;
}

function oneOf(path: string, sign: string, field: FieldDefinition, value: string, word: string): string {
  return valuesOf(value, /,/)
    .map((each) => `${path} ${sign} ${filterLiteral(field, each)}`)
    .join(` ${word} `);
}

function like(path: string, value: string, pattern: (text: string) => string): string {
  return valuesOf(value, /,/)
    .map((each) => `${path} LIKE '${pattern(likeText(each))}'`)
    .join(' OR ');
}

/** Several values stand with commas between them; one that has a comma itself stands in double quotes. */
function valuesOf(text: string, separator: RegExp): string[] {
  if (/^".*"$/.test(text.trim())) return [text.trim().slice(1, -1)];
  return text.split(separator).map((each) => each.trim());
}
