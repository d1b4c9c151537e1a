import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../../../inquiry/lists/list-page.ts';
import type { OperationParameter } from '../definition.ts';

/** Amounts and quantities have at most 13 digits before the point (`canonical/money.ts`, `canonical/quantity.ts`). */
const TOO_LARGE = new Decimal('1e13');

/** Division and number, as every operation on a customer takes them. */
export const customerNoInPath: OperationParameter = {
  name: 'customerNo',
  in: 'path',
  required: true,
  type: 'string',
  description: 'Division and customer number as Sage shows them, as 01-ABF'
};

export const itemCodeInPath: OperationParameter = {
  name: 'itemCode',
  in: 'path',
  required: true,
  type: 'string',
  description: "Sage's item code; letters may be lower case"
};

/** The two parameters of every list. */
export const pageParameters: readonly OperationParameter[] = [
  {
    name: 'pageSize',
    in: 'query',
    required: false,
    type: 'integer',
    description: `Records in one page, ${DEFAULT_PAGE_SIZE} unless given, ${MAX_PAGE_SIZE} at most`
  },
  {
    name: 'cursor',
    in: 'query',
    required: false,
    type: 'string',
    description: 'nextCursor of the page before; absent for the first page'
  }
];

/** What flows send for "not set" is nothing or an empty text. */
export const optionalText = z
  .string()
  .optional()
  .transform((text) => (text === '' ? undefined : text));

/** A whole number within bounds, as text. */
export function wholeNumber(min: number, max: number, fallback: number) {
  const problem = `must be a whole number from ${min} to ${max}`;
  return optionalText.transform((text, context) => {
    const number = text === undefined ? fallback : /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= min && number <= max) return number;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });
}

/**
 * A decimal of at most `decimals` digits after the point, not negative, as text. Apex writes a double from ten million on
 * as `1.0E7`, so that this form is taken too.
 */
export function decimal(decimals: number, fallback: string, problem: string) {
  return optionalText.transform((text = fallback, context) => {
    const number = /^\d{1,15}(\.\d{1,15})?(E\d{1,2})?$/i.test(text) ? new Decimal(text) : undefined;
    if (number?.lessThan(TOO_LARGE) === true && number.decimalPlaces() <= decimals) return number;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });
}

/** The input of every list. */
export const pageInput = {
  pageSize: wholeNumber(1, MAX_PAGE_SIZE, DEFAULT_PAGE_SIZE),
  cursor: optionalText
};
