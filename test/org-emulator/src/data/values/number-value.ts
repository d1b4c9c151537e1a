import { Decimal } from 'decimal.js';
import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { FieldDefinition } from '../../schema/field.ts';

/** A number as the field stores it: rounded half up to the field's scale. */
export function rounded(value: number, scale: number): number {
  if (scale === 0 && Number.isInteger(value)) return value;
  return new Decimal(value).toDecimalPlaces(scale, Decimal.ROUND_HALF_UP).toNumber();
}

/** The refusal of a number with more digits before the point than the field has, or undefined. */
export function numberProblem(field: FieldDefinition, value: number): SalesforceError | undefined {
  if (field.precision === 0 || Math.abs(value) < 10 ** (field.precision - field.scale)) return undefined;
  const message = `${field.label}: value outside of valid range on numeric field: ${value}`;
  return new SalesforceError(400, 'NUMBER_OUTSIDE_VALID_RANGE', message, [field.name]);
}
