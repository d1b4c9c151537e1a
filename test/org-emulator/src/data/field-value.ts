import type { FieldDefinition, FieldValue } from '../schema/field.ts';
import { readGivenValue } from './values/given-value.ts';
import { picklistProblem, valueProblem } from './values/value-problem.ts';

/**
 * A value from a request as the field stores it, checked against the field alone. Throws what Salesforce's
 * REST API answers for a value of another type, too long, out of range or not in a restricted picklist.
 */
export function toFieldValue(field: FieldDefinition, given: unknown): FieldValue {
  const value = readGivenValue(field, given);
  const problem = valueProblem(field, value) ?? picklistProblem(field, value);
  if (problem) throw problem;
  return value;
}
