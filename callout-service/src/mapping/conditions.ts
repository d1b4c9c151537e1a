import type { FieldValue, FieldValues } from './field-value.ts';
import type { Condition } from './mapping-content.ts';
import { textOf } from './transforms/turning.ts';
import { decimalOf } from './values/decimal.ts';

// A text with zeros in front, as 0000115, is a code and no number.
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/**
 * Whether a record passes all conditions; it passes an empty list. Case and spaces at the ends do not count, as in a query
 * of Salesforce. Numbers compare as numbers (12.50 is 12.5), days and moments by their time. A field that is not there is
 * empty; empty is neither less nor more than anything.
 */
export function passes(conditions: readonly Condition[], values: FieldValues): boolean {
  return conditions.every((condition) => holds(condition, values[condition.field] ?? null));
}

function holds({ is, values }: Condition, value: FieldValue): boolean {
  const text = comparable(textOf(value) ?? '');
  const wanted = values.map((one) => comparable(one.trim()));
  const [first = ''] = wanted;
  switch (is) {
    case 'equal':
      return areEqual(text, first);
    case 'not-equal':
      return !areEqual(text, first);
    case 'one-of':
      return wanted.some((one) => areEqual(text, one));
    case 'starts-with':
      return text.startsWith(first);
    case 'contains':
      return text.includes(first);
    case 'empty':
      return text === '';
    case 'not-empty':
      return text !== '';
    case 'less':
      return text !== '' && compared(text, first) < 0;
    case 'more':
      return text !== '' && compared(text, first) > 0;
  }
}

function comparable(text: string): string {
  return text.toLowerCase();
}

function areEqual(one: string, other: string): boolean {
  return one === other || compared(one, other) === 0;
}

/** Below zero, zero or above, as in sorting. */
function compared(one: string, other: string): number {
  if (NUMBER.test(one) && NUMBER.test(other)) return decimalOf(one)?.comparedTo(decimalOf(other) ?? 0) ?? 0;
  return one < other ? -1 : one > other ? 1 : 0;
}
