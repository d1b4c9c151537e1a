import { compileConditionLogic } from '../condition-logic.ts';
import { isConditionTrue } from '../conditions.ts';
import { asDeclared } from '../data-type.ts';
import { FlowFault } from '../flow-fault.ts';
import { type FlowValue, isFlowRecord } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { evaluateFormula } from '../resources/formulas.ts';
import { choicesOf } from './screen-choices.ts';
import { allFields, type FlowScreen, type ScreenField } from './screen-definition.ts';

/** What is wrong with what the user gave. */
export interface ScreenError {
  readonly field: string;
  readonly message: string;
}

/** Sets the fields of a screen that is shown for the first time, or whose values are to be reset. */
export function beginScreen(screen: FlowScreen, interview: Interview): void {
  for (const field of allFields(screen.fields)) {
    const isKept = interview.has(field.name) && field.inputsOnNextNavToAssocScrn !== 'ResetValues';
    if (!isKept) interview.setElementValue(field.name, initialValue(field, interview));
  }
}

function initialValue(field: ScreenField, interview: Interview): FlowValue {
  const { defaultValue, defaultSelectedChoiceReference } = field;
  if (defaultSelectedChoiceReference !== undefined) {
    return (
      choicesOf(field, interview).find(({ name }) => name === defaultSelectedChoiceReference)?.value ?? null
    );
  }
  return defaultValue ? interview.evaluate(defaultValue) : null;
}

/** Whether a field is shown, with the values of this moment. */
export function isVisible({ visibilityRule }: ScreenField, interview: Interview): boolean {
  if (!visibilityRule) return true;
  const { conditionLogic, conditions } = visibilityRule;
  const decide = compileConditionLogic(conditionLogic, conditions.length);
  return decide((index) => conditions[index] !== undefined && isConditionTrue(conditions[index], interview));
}

/** Takes what the user gave, and answers what is wrong with it. Fields that are not shown are emptied. */
export function takeValues(
  screen: FlowScreen,
  interview: Interview,
  values: Readonly<Record<string, FlowValue>>
): ScreenError[] {
  const fields = allFields(screen.fields);
  for (const field of fields) {
    const value = values[field.name];
    if (value !== undefined) interview.setElementValue(field.name, typed(field, value, interview));
  }
  return fields.flatMap((field) => {
    if (!isVisible(field, interview)) interview.setElementValue(field.name, null);
    return isVisible(field, interview) ? problemsOf(screen, field, interview) : [];
  });
}

/** Hands the outputs of components to the variables that take them. */
export function handOutputs(screen: FlowScreen, interview: Interview): void {
  for (const field of allFields(screen.fields)) {
    const value = interview.resolve(field.name);
    for (const { name, assignToReference } of field.outputParameters) {
      const given = isFlowRecord(value) ? (value.fields[name] ?? null) : null;
      interview.assign(assignToReference, given);
    }
    interview.recorder.note(field.name, value);
  }
}

function typed(field: ScreenField, value: FlowValue, interview: Interview): FlowValue {
  if (field.fieldType === 'ComponentInstance' || field.dataType === undefined) return value;
  const type = { dataType: field.dataType, isCollection: false };
  return asDeclared(field.name, type, value, interview.zone);
}

function problemsOf(screen: FlowScreen, field: ScreenField, interview: Interview): ScreenError[] {
  const value = interview.resolve(field.name);
  if (field.isRequired && (value === null || value === '')) {
    return [{ field: field.name, message: 'Please enter some valid input. Input is not optional.' }];
  }
  const rule = screen.validations.get(field.name);
  if (!rule || !field.validationRule || value === null) return [];
  try {
    if (evaluateFormula(rule, interview, field.name) === true) return [];
  } catch (error) {
    if (!(error instanceof FlowFault)) throw error;
  }
  return [{ field: field.name, message: interview.mergeText(field.validationRule.errorMessage) }];
}
