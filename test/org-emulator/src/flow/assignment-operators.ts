import { DateTime } from 'luxon';
import { areEqual } from './comparison.ts';
import { FlowFault } from './flow-fault.ts';
import { type FlowValue, isCollection, textOf } from './flow-value.ts';

/** Operators of assignments (Metadata API, FlowAssignmentOperator); `None` has no meaning in an active flow. */
export const assignmentOperators = [
  'Add',
  'AddAtStart',
  'AddItem',
  'Assign',
  'AssignCount',
  'RemoveAfterFirst',
  'RemoveAll',
  'RemoveBeforeFirst',
  'RemoveFirst',
  'RemovePosition',
  'RemoveUncommon',
  'Subtract'
] as const;
export type AssignmentOperator = (typeof assignmentOperators)[number];

/**
 * What a resource holds after an operator was applied to what it held before. Null counts as 0 beside a number,
 * as an empty text beside a text, and as an empty collection. Throws FlowFault where the operator does not fit.
 */
export function applyOperator(operator: AssignmentOperator, before: FlowValue, value: FlowValue): FlowValue {
  switch (operator) {
    case 'Assign':
      return value;
    case 'Add':
      return isCollection(before) ? [...before, ...itemsOf(value)] : sum(before, value, 1);
    case 'Subtract':
      return sum(before, value, -1);
    case 'AddItem':
      return addItem(before, value);
    case 'AssignCount':
      return itemsOf(value).length;
    default:
      return changeCollection(operator, collectionOf(before, operator), value);
  }
}

type CollectionOperator = Exclude<
  AssignmentOperator,
  'Add' | 'AddItem' | 'Assign' | 'AssignCount' | 'Subtract'
>;

function changeCollection(
  operator: CollectionOperator,
  before: readonly FlowValue[],
  value: FlowValue
): FlowValue {
  const values = itemsOf(value);
  const isNamed = (item: FlowValue) => values.some((each) => areEqual(each, item));
  const at = before.findIndex(isNamed);
  switch (operator) {
    case 'AddAtStart':
      return [...values, ...before];
    case 'RemoveAll':
      return before.filter((item) => !isNamed(item));
    case 'RemoveUncommon':
      return before.filter(isNamed);
    case 'RemoveFirst':
      return before.filter((_item, index) => index !== at);
    case 'RemoveAfterFirst':
      return at < 0 ? before : before.slice(0, at + 1);
    case 'RemoveBeforeFirst':
      return at < 0 ? before : before.slice(at);
    case 'RemovePosition':
      return before.filter((_item, index) => index !== Number(value) - 1);
  }
}

/** A multi-select picklist gets one more choice; a collection one more item. */
function addItem(before: FlowValue, value: FlowValue): FlowValue {
  if (isCollection(before)) return [...before, ...itemsOf(value)];
  const chosen = textOf(before).split(';').filter(Boolean);
  const added = textOf(value);
  return chosen.includes(added) || added === '' ? before : [...chosen, added].join(';');
}

function itemsOf(value: FlowValue): readonly FlowValue[] {
  if (value === null) return [];
  return isCollection(value) ? value : [value];
}

function collectionOf(value: FlowValue, operator: string): readonly FlowValue[] {
  if (value === null) return [];
  if (isCollection(value)) return value;
  throw new FlowFault(`The operator ${operator} needs a collection.`);
}

const date = /^\d{4}-\d{2}-\d{2}(T|$)/;

/** Numbers are added, days are added to dates and date-times, texts are joined. */
function sum(before: FlowValue, value: FlowValue, sign: 1 | -1): FlowValue {
  if (typeof value === 'number') {
    if (before === null || typeof before === 'number') return plain((before ?? 0) + sign * value);
    if (typeof before === 'string' && date.test(before)) return addDays(before, sign * value);
  }
  if (value === null) return before;
  if (sign === -1) throw new FlowFault('Subtract needs numbers, or a date and a number of days.');
  return textOf(before) + textOf(value);
}

/** Adding up decimals must not show binary remainders such as 0.30000000000000004. */
function plain(number: number): number {
  return Number(number.toPrecision(15));
}

function addDays(before: string, days: number): FlowValue {
  const moved = DateTime.fromISO(before, { zone: 'utc' }).plus({ days });
  return before.length === 10 ? moved.toISODate() : moved.toISO();
}
