import LOCALE from '@salesforce/i18n/locale';
import IS_CONTAINS from '@salesforce/label/c.Sage_Objects_Is_Contains';
import IS_EMPTY from '@salesforce/label/c.Sage_Objects_Is_Empty';
import IS_EQUAL from '@salesforce/label/c.Sage_Objects_Is_Equal';
import IS_LESS from '@salesforce/label/c.Sage_Objects_Is_Less';
import IS_MORE from '@salesforce/label/c.Sage_Objects_Is_More';
import IS_NOT_EMPTY from '@salesforce/label/c.Sage_Objects_Is_Not_Empty';
import IS_NOT_EQUAL from '@salesforce/label/c.Sage_Objects_Is_Not_Equal';
import IS_ONE_OF from '@salesforce/label/c.Sage_Objects_Is_One_Of';
import IS_STARTS_WITH from '@salesforce/label/c.Sage_Objects_Is_Starts_With';
import UNREADABLE_FILTER from '@salesforce/label/c.Sage_Objects_Unreadable_Filter';
import { fillIn } from 'c/labelText';

/** How a field of a record is tested; the names are the service's. */
export const tests = [
  'equal',
  'not-equal',
  'one-of',
  'starts-with',
  'contains',
  'empty',
  'not-empty',
  'less',
  'more'
] as const;
export type Test = (typeof tests)[number];

/** A condition of a filter. For `one-of` several values, for `empty` and `not-empty` none, else one. */
export interface Condition {
  readonly field: string;
  readonly is: Test;
  readonly values: readonly string[];
}

/** Each test with `{0}` for the field and `{1}` for the values. */
export const testWords: Readonly<Record<Test, string>> = {
  equal: IS_EQUAL,
  'not-equal': IS_NOT_EQUAL,
  'one-of': IS_ONE_OF,
  'starts-with': IS_STARTS_WITH,
  contains: IS_CONTAINS,
  empty: IS_EMPTY,
  'not-empty': IS_NOT_EMPTY,
  less: IS_LESS,
  more: IS_MORE
};

/** The conditions of a filter's JSON, none for an empty text; undefined when it is no list of conditions. */
export function readFilter(text: string): readonly Condition[] | undefined {
  if (text.trim() === '') return [];
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) return undefined;
    const read = list.map(readCondition);
    return read.some((each) => each === undefined) ? undefined : read.filter((each) => each !== undefined);
  } catch {
    return undefined;
  }
}

/** The JSON of conditions as the service reads it; empty for none. */
export function writeFilter(conditions: readonly Condition[]): string {
  return conditions.length === 0 ? '' : JSON.stringify(conditions);
}

/** Whether a test needs a value. */
export function needsValue(is: Test): boolean {
  return is !== 'empty' && is !== 'not-empty';
}

/** A filter in words, as `Status is A and Price Level is not empty`; empty for one that lets every record pass. */
export function filterInWords(text: string, locale: string = LOCALE): string {
  const conditions = readFilter(text);
  if (conditions === undefined) return UNREADABLE_FILTER;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return list.format(conditions.map((condition) => conditionInWords(condition, locale)));
}

function conditionInWords({ field, is, values }: Condition, locale: string): string {
  const list = new Intl.ListFormat(locale, { type: 'disjunction' });
  return fillIn(testWords[is], field, list.format(values));
}

function readCondition(value: unknown): Condition | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const members = new Map<string, unknown>(Object.entries(value));
  const [field, values = []] = [members.get('field'), members.get('values')];
  const is = tests.find((each) => each === members.get('is'));
  if (typeof field !== 'string' || is === undefined || !isTexts(values)) return undefined;
  return { field, is, values };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
