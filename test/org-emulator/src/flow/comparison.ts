import { isRecordId, toLongId } from '../data/record-id.ts';
import { FlowFault } from './flow-fault.ts';
import { type FlowValue, isCollection, isSingle } from './flow-value.ts';

/** Operators of decisions, of the start's filters and of collection filters that compare two values. */
export const comparisonOperators = [
  'Contains',
  'EndsWith',
  'EqualTo',
  'GreaterThan',
  'GreaterThanOrEqualTo',
  'In',
  'IsBlank',
  'IsEmpty',
  'IsNull',
  'LessThan',
  'LessThanOrEqualTo',
  'NotEqualTo',
  'NotIn',
  'StartsWith'
] as const;
export type ComparisonOperator = (typeof comparisonOperators)[number];

/**
 * Whether two values stand in a relation. Texts are compared without regard to case, ids with 18 characters,
 * moments as moments. Only `EqualTo` and `NotEqualTo` are ever true of null; an empty text is not null.
 */
export function compareValues(operator: ComparisonOperator, left: FlowValue, right: FlowValue): boolean {
  switch (operator) {
    case 'IsNull':
      return (left === null) === isTrueValue(right);
    case 'IsBlank':
      return isBlank(left) === isTrueValue(right);
    case 'IsEmpty':
      return isEmpty(left) === isTrueValue(right);
    case 'In':
      return isIn(left, right);
    case 'NotIn':
      return !isIn(left, right);
    case 'EqualTo':
      return areEqual(left, right);
    case 'NotEqualTo':
      return !areEqual(left, right);
    default:
      if (operator === 'Contains' && isCollection(left)) return isIn(right, left);
      return compare(operator, comparable(left), comparable(right));
  }
}

/** Order of two values for sorting; text without regard to case. Nulls are the caller's business. */
export function orderOf(left: FlowValue, right: FlowValue): number {
  const [a, b] = [comparable(left), comparable(right)];
  if (a === b || a === null || b === null) return 0;
  return a < b ? -1 : 1;
}

/** Whether two values are the same to a flow. */
export function areEqual(left: FlowValue, right: FlowValue): boolean {
  if (!isSingle(left) || !isSingle(right)) return JSON.stringify(left) === JSON.stringify(right);
  return isSameId(left, right) || areAlike(comparable(left), comparable(right));
}

function isSameId(left: FlowValue, right: FlowValue): boolean {
  if (typeof left !== 'string' || typeof right !== 'string' || left.length === right.length) return false;
  return isRecordId(left) && isRecordId(right) && toLongId(left) === toLongId(right);
}

function isTrueValue(value: FlowValue): boolean {
  return value === true || value === 'true';
}

function isBlank(value: FlowValue): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

function isEmpty(value: FlowValue): boolean {
  return value === null || (isCollection(value) && value.length === 0);
}

function isIn(value: FlowValue, collection: FlowValue): boolean {
  if (collection === null) return false;
  if (!isCollection(collection)) throw new FlowFault('The operators In and Not In need a collection.');
  return collection.some((each) => areEqual(each, value));
}

type Comparable = string | number | boolean | null;

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

function comparable(value: FlowValue): Comparable {
  if (!isSingle(value)) throw new FlowFault('Records and collections cannot be compared.');
  if (typeof value !== 'string') return value;
  const milliseconds = moment.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(milliseconds) ? value.toLowerCase() : new Date(milliseconds).toISOString();
}

function compare(operator: ComparisonOperator, left: Comparable, right: Comparable): boolean {
  if (left === null || right === null) return false;
  switch (operator) {
    case 'GreaterThan':
      return left > right;
    case 'GreaterThanOrEqualTo':
      return left >= right;
    case 'LessThan':
      return left < right;
    case 'LessThanOrEqualTo':
      return left <= right;
    case 'Contains':
      return String(left).includes(String(right));
    case 'StartsWith':
      return String(left).startsWith(String(right));
    default:
      return String(left).endsWith(String(right));
  }
}

/** A text and a number are equal when they read the same, as a text field compared with a number literal is. */
function areAlike(left: Comparable, right: Comparable): boolean {
  if (left === null || right === null || typeof left === typeof right) return left === right;
  return String(left) === String(right);
}
