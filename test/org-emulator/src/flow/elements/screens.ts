import type { CompiledFormula } from '../../formula/formula.ts';
import { conditionReferences } from '../conditions.ts';
import type { DeclaredType } from '../data-type.ts';
import { defineElement, type FlowLoadContext, type TypeOf } from '../flow-element.ts';
import { mergeFieldsOf, referencesOf } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { attemptFormula, compileFlowFormula } from '../resources/formulas.ts';
import type { Steps } from '../runtime/pause.ts';
import { inputProblems, outputTypes } from '../runtime/subflow.ts';
import { allFields, type FlowScreen, type ScreenField, screenSchema } from '../screens/screen-definition.ts';
import { beginScreen } from '../screens/screen-values.ts';

/** Screen: shows fields to the user and waits until they go on; what they gave stands under the fields' names. */
export const screens = defineElement({
  kind: 'screens',
  schema: screenSchema,
  build: (xml, context) => {
    const validations = new Map<string, CompiledFormula>();
    const screen: FlowScreen = { ...xml, validations };
    const fields = allFields(screen.fields);
    return {
      targets: [screen.connector],
      references: [...fields.flatMap(fieldReferences), ...actionReferences(screen)],
      innerNames: namesIn(screen, fields, context),
      problems: [
        ...screen.actions.flatMap(({ actionName, inputParameters }) =>
          inputProblems(
            context,
            actionName,
            inputParameters.map(({ name }) => name),
            []
          )
        ),
        ...(context.flow.processType === 'Flow' ? [] : ['a flow with screens must be a screen flow'])
      ],
      hasEffects: true,
      prepare: (typeOf) => fields.flatMap((field) => compileRule(field, typeOf, validations)),
      run: (interview) => show(screen, interview)
    };
  }
});

function* show(screen: FlowScreen, interview: Interview): Steps<string | undefined> {
  beginScreen(screen, interview);
  yield { kind: 'screen', screen, interview };
  return screen.connector;
}

function fieldReferences(field: ScreenField): string[] {
  return [
    ...mergeFieldsOf(field.fieldText ?? ''),
    ...field.choiceReferences,
    ...referencesOf(field.defaultValue),
    ...field.inputParameters.flatMap(({ value }) => referencesOf(value)),
    ...field.outputParameters.map(({ assignToReference }) => assignToReference),
    ...(field.visibilityRule?.conditions.flatMap(conditionReferences) ?? [])
  ];
}

function actionReferences({ actions }: FlowScreen): string[] {
  return actions.flatMap(({ inputParameters }) =>
    inputParameters.flatMap(({ value }) => referencesOf(value))
  );
}

/** Fields by name with the types of what users give; actions with their results. */
function namesIn(
  screen: FlowScreen,
  fields: readonly ScreenField[],
  context: FlowLoadContext
): Map<string, DeclaredType | undefined> {
  const given = fields.map((field) => {
    const { dataType } = field;
    return [field.name, dataType && { dataType, isCollection: false }] as const;
  });
  const results = screen.actions.map(({ name, actionName }) => {
    const Results = outputTypes(context, actionName);
    const properties = new Map([['Results', Results]]);
    return [name, { dataType: 'Apex' as const, isCollection: false, properties }] as const;
  });
  return new Map<string, DeclaredType | undefined>([...given, ...results]);
}

function compileRule(field: ScreenField, typeOf: TypeOf, into: Map<string, CompiledFormula>): string[] {
  const { validationRule: rule } = field;
  if (!rule) return [];
  return attemptFormula(() => {
    const returns = { dataType: 'Boolean', isCollection: false } as const;
    into.set(field.name, compileFlowFormula(rule.formulaExpression, typeOf, returns));
  });
}
