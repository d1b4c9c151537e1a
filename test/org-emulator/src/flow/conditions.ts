import { z } from 'zod';
import { ignored, text } from '../metadata/xml.ts';
import { FlowFault } from './flow-fault.ts';
import { type FlowValue, referencesOf, valueSchema } from './flow-value.ts';
import type { Interview } from './interview.ts';

const operators = [
  'Contains',
  'EndsWith',
  'EqualTo',
  'GreaterThan',
  'GreaterThanOrEqualTo',
  'IsBlank',
  'IsNull',
  'LessThan',
  'LessThanOrEqualTo',
  'NotEqualTo',
  'StartsWith',
  'WasVisited'
] as const;

/** One condition of a decision's outcome. */
export const conditionSchema = z.strictObject({
  leftValueReference: text,
  operator: z.enum(operators, {
    error: ({ input }) => `operator ${String(input)} is not supported by the local org`
  }),
  rightValue: valueSchema.optional(),
  processMetadataValues: ignored
});
export type FlowCondition = z.infer<typeof conditionSchema>;

/** Resources a condition reads. */
export function conditionReferences(condition: FlowCondition): string[] {
  return [condition.leftValueReference, ...referencesOf(condition.rightValue)];
}

/** Whether a condition holds in an interview. Texts are compared without regard to case. */
export function isConditionTrue(condition: FlowCondition, interview: Interview): boolean {
  const right = condition.rightValue ? interview.evaluate(condition.rightValue) : null;
  if (condition.operator === 'WasVisited') {
    return interview.wasVisited(condition.leftValueReference) === right;
  }
  const left = interview.resolve(condition.leftValueReference);
  if (condition.operator === 'IsNull') return (left === null) === right;
  if (condition.operator === 'IsBlank') return isBlank(left) === right;
  return compare(condition.operator, normalise(left), normalise(right));
}

function isBlank(value: FlowValue): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

function compare(operator: FlowCondition['operator'], left: Comparable, right: Comparable): boolean {
  if (operator === 'EqualTo') return left === right;
  if (operator === 'NotEqualTo') return left !== right;
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

type Comparable = string | number | boolean | null;

function normalise(value: FlowValue): Comparable {
  if (typeof value === 'string') return value.toLowerCase();
  if (typeof value === 'object' && value !== null) throw new FlowFault('Records cannot be compared.');
  return value;
}
