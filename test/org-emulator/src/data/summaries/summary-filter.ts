import {
  type FieldDefinition,
  type FieldValue,
  isNumeric,
  type RecordValues,
  type SummaryDefinition
} from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { ReferenceSource } from '../computed/reference-value.ts';

type Filter = SummaryDefinition['filters'][number];
type Test = (value: FieldValue) => boolean;

/** Which details a roll-up summary counts: those that pass all its filters (Metadata API, FilterItem). */
export function compileSummaryFilters(
  source: ReferenceSource,
  detail: ObjectDefinition,
  filters: readonly Filter[]
): (record: RecordValues) => boolean {
  const tests = filters.map((filter) => {
    const name = filter.field.includes('.')
      ? filter.field.slice(filter.field.indexOf('.') + 1)
      : filter.field;
    const field = detail.field(name);
    if (!field) throw new Error(`The summary's filter field ${filter.field} does not exist`);
    const test = compileTest(field, filter);
    return (record: RecordValues) => test(source.valueOf(detail, record, field));
  });
  return (record) => tests.every((test) => test(record));
}

function compileTest(field: FieldDefinition, { operation, value }: Filter): Test {
  const wanted = value.split(',').map((each) => each.trim().replace(/^"(.*)"$/, '$1'));
  const [first = ''] = wanted;
  const isAny = (test: (text: string, one: string) => boolean): Test => {
    return (actual) => wanted.some((one) => test(String(actual ?? '').toLowerCase(), one.toLowerCase()));
  };
  switch (operation) {
    case 'equals':
      return (actual) => wanted.some((one) => isSame(field, actual, one));
    case 'notEqual':
      return (actual) => !wanted.some((one) => isSame(field, actual, one));
    case 'contains':
    case 'includes':
      return isAny((text, one) => text.includes(one));
    case 'notContain':
    case 'excludes':
      return (actual) => !isAny((text, one) => text.includes(one))(actual);
    case 'startsWith':
      return isAny((text, one) => text.startsWith(one));
    case 'greaterThan':
      return (actual) => isOrdered(field, actual, first, (order) => order > 0);
    case 'greaterOrEqual':
      return (actual) => isOrdered(field, actual, first, (order) => order >= 0);
    case 'lessThan':
      return (actual) => isOrdered(field, actual, first, (order) => order < 0);
    case 'lessOrEqual':
      return (actual) => isOrdered(field, actual, first, (order) => order <= 0);
    default:
      throw new Error(`The local org does not support the filter operation ${operation} of a summary`);
  }
}

function isSame(field: FieldDefinition, actual: FieldValue, wanted: string): boolean {
  if (actual === null) return wanted === '';
  if (typeof actual === 'boolean') return actual === ['true', '1'].includes(wanted.toLowerCase());
  if (isNumeric(field.type)) return wanted !== '' && actual === Number(wanted);
  return String(actual).toLowerCase() === wanted.toLowerCase();
}

function isOrdered(
  field: FieldDefinition,
  actual: FieldValue,
  wanted: string,
  test: (order: number) => boolean
): boolean {
  if (actual === null || wanted === '') return false;
  if (isNumeric(field.type)) return test(Number(actual) - Number(wanted));
  return test(String(actual) < wanted ? -1 : Number(String(actual) > wanted));
}
