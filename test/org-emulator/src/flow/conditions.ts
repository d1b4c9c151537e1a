import { z } from 'zod';
import { ignored, text } from '../metadata/xml.ts';
import { comparisonOperators, compareValues } from './comparison.ts';
import { compileConditionLogic, type ConditionLogic } from './condition-logic.ts';
import { FlowFault } from './flow-fault.ts';
import { isSingle, referencesOf, valueSchema } from './flow-value.ts';
import type { Interview } from './interview.ts';
import { hasChanged } from './start/record-state.ts';

const operators = [...comparisonOperators, 'IsChanged', 'WasVisited', 'WasSet', 'WasSelected'] as const;

/** One condition of a decision's outcome, of a filter, or of what a screen shows. */
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

/** Compiles the logic over conditions; what is wrong with it joins the problems. */
export function compileLogic(
  logic: string,
  count: number,
  where: string,
  problems: string[]
): ConditionLogic {
  try {
    return compileConditionLogic(logic, count);
  } catch (error) {
    problems.push(`${where}${error instanceof Error ? error.message : String(error)}`);
    return () => false;
  }
}

/** Whether a condition holds in an interview; its result is noted in the trace. */
export function isConditionTrue(condition: FlowCondition, interview: Interview): boolean {
  const result = testCondition(condition, interview);
  const right = condition.rightValue ? interview.evaluate(condition.rightValue) : null;
  const shown = typeof right === 'object' && right !== null ? '(values)' : JSON.stringify(right);
  interview.recorder.note(`${leftOf(condition, interview)} ${condition.operator} ${shown}`, result);
  return result;
}

/** What a condition asks about, with its value where it has one that can be shown. */
function leftOf({ leftValueReference, operator }: FlowCondition, interview: Interview): string {
  if (operator === 'WasVisited' || operator === 'IsChanged') return leftValueReference;
  const value = interview.resolve(leftValueReference);
  return isSingle(value) ? `${leftValueReference} (${JSON.stringify(value)})` : leftValueReference;
}

function testCondition(condition: FlowCondition, interview: Interview): boolean {
  const right = condition.rightValue ? interview.evaluate(condition.rightValue) : null;
  const { operator, leftValueReference } = condition;
  switch (operator) {
    case 'WasVisited':
      return interview.wasVisited(leftValueReference) === right;
    case 'IsChanged':
      return isFieldChanged(leftValueReference, interview) === right;
    case 'WasSet':
    case 'WasSelected':
      return compareValues('IsNull', interview.resolve(leftValueReference), right !== true);
    default:
      return compareValues(operator, interview.resolve(leftValueReference), right);
  }
}

function isFieldChanged(reference: string, interview: Interview): boolean {
  const [head, field, ...more] = reference.split('.');
  const { triggering } = interview.setting;
  if (head !== '$Record' || field === undefined || more.length > 0 || !triggering) {
    throw new FlowFault(`Is Changed cannot be asked of ${reference}: it is no field of $Record.`);
  }
  return hasChanged(triggering, field);
}
