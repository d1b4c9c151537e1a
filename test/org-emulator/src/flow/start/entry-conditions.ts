import { compareValues } from '../comparison.ts';
import { compileConditionLogic } from '../condition-logic.ts';
import type { Interview } from '../interview.ts';
import { evaluateFormula } from '../resources/formulas.ts';
import { hasChanged } from './record-state.ts';
import type { EntryFilter } from './start-definition.ts';

/**
 * Whether the record that would start an interview meets the flow's entry conditions; with "only when updated to
 * meet" also that it did not before.
 */
export function meetsEntry(interview: Interview): boolean {
  const { onlyWhenChangedToMeet } = interview.flow.start;
  if (!conditionsHold(interview)) return false;
  return !onlyWhenChangedToMeet || !interview.asBefore(conditionsHold);
}

function conditionsHold(interview: Interview): boolean {
  const { filters, filterLogic, compiledFormula } = interview.flow.start;
  if (compiledFormula) return evaluateFormula(compiledFormula, interview, 'start') === true;
  if (filters.length === 0) return true;
  const decide = compileConditionLogic(filterLogic, filters.length);
  return decide((index) => filters[index] !== undefined && filterHolds(filters[index], interview));
}

function filterHolds({ field, operator, value }: EntryFilter, interview: Interview): boolean {
  const right = value ? interview.evaluate(value) : null;
  if (operator !== 'IsChanged') return compareValues(operator, interview.resolve(`$Record.${field}`), right);
  const { triggering } = interview.setting;
  return triggering !== undefined && hasChanged(triggering, field) === (right === true);
}
