import { z } from 'zod';
import type { CompiledFormula } from '../../formula/formula.ts';
import { flag, ignored, text } from '../../metadata/xml.ts';
import { conditionSchema } from '../conditions.ts';
import { dataTypeSchema } from '../data-type.ts';
import { commonProperties, connectorSchema } from '../flow-element.ts';
import { valueSchema } from '../flow-value.ts';

/** Types of screen fields that the local org shows (Metadata API, FlowScreenFieldType). */
export const fieldTypes = [
  'ComponentInstance',
  'DisplayText',
  'DropdownBox',
  'InputField',
  'LargeTextArea',
  'MultiSelectCheckboxes',
  'MultiSelectPicklist',
  'PasswordField',
  'RadioButtons',
  'Region',
  'RegionContainer'
] as const;

const parameter = z.strictObject({
  name: text,
  value: valueSchema.optional(),
  processMetadataValues: ignored
});
const output = z.strictObject({ name: text, assignToReference: text, processMetadataValues: ignored });

const fieldShape = {
  name: text,
  fieldType: z.enum(fieldTypes, {
    error: ({ input }) => `the screen field ${String(input)} is not supported by the local org`
  }),
  fieldText: text.optional(),
  helpText: text.optional(),
  dataType: dataTypeSchema.optional(),
  extensionName: text.optional(),
  inputParameters: z.array(parameter).default([]),
  outputParameters: z.array(output).default([]),
  storeOutputAutomatically: flag.default(false),
  isRequired: flag.default(false),
  isReadOnly: valueSchema.optional(),
  isDisabled: valueSchema.optional(),
  defaultValue: valueSchema.optional(),
  choiceReferences: z.array(text).default([]),
  defaultSelectedChoiceReference: text.optional(),
  inputsOnNextNavToAssocScrn: z.enum(['UseStoredValues', 'ResetValues']).optional(),
  validationRule: z.strictObject({ errorMessage: text, formulaExpression: text }).optional(),
  visibilityRule: z
    .strictObject({
      conditionLogic: text.default('and'),
      conditions: z.array(conditionSchema).default([]),
      processMetadataValues: ignored
    })
    .optional(),
  isVisible: ignored,
  scale: ignored,
  regionContainerType: ignored,
  styleProperties: ignored,
  processMetadataValues: ignored
};

const plainField = z.strictObject(fieldShape);

/** A field of a screen: text, input, choice, component, or a region of other fields. */
export interface ScreenField extends z.infer<typeof plainField> {
  readonly fields: readonly ScreenField[];
}

const fieldSchema: z.ZodType<ScreenField> = z.lazy(() =>
  plainField.extend({ fields: z.array(fieldSchema).default([]) })
);

/** Reads `<screens>`. */
export const screenSchema = z.strictObject({
  ...commonProperties,
  allowBack: flag.default(true),
  allowFinish: flag.default(true),
  allowPause: flag.default(false),
  showHeader: flag.default(true),
  showFooter: flag.default(true),
  helpText: text.optional(),
  backButtonLabel: text.optional(),
  nextOrFinishButtonLabel: text.optional(),
  pauseButtonLabel: ignored,
  pausedText: ignored,
  connector: connectorSchema.optional(),
  fields: z.array(fieldSchema).default([]),
  actions: z
    .array(
      z.strictObject({
        name: text,
        label: text.optional(),
        actionName: text,
        actionType: z.literal('flow', {
          error: ({ input }) => `the screen action type ${String(input)} is not supported by the local org`
        }),
        inputParameters: z.array(parameter).default([]),
        nameSegment: ignored,
        versionString: ignored,
        versionSegment: ignored,
        description: ignored,
        processMetadataValues: ignored
      })
    )
    .default([]),
  triggers: z
    .array(
      z.strictObject({
        eventName: text,
        eventSource: text,
        handlers: z
          .array(
            z.strictObject({
              screenActionName: text,
              conditionLogic: text.optional(),
              conditions: z.array(conditionSchema).default([]),
              initBehavior: text.optional(),
              processMetadataValues: ignored
            })
          )
          .default([]),
        processMetadataValues: ignored
      })
    )
    .default([])
});

/** A screen of a flow, with the formulas of its validation rules by field. */
export interface FlowScreen extends Omit<z.infer<typeof screenSchema>, 'fields'> {
  readonly fields: readonly ScreenField[];
  readonly validations: ReadonlyMap<string, CompiledFormula>;
}

/** Fields in regions too; the regions themselves are left out. */
export function allFields(fields: readonly ScreenField[]): ScreenField[] {
  return fields.flatMap((field) => {
    const isRegion = field.fieldType === 'Region' || field.fieldType === 'RegionContainer';
    return isRegion ? allFields(field.fields) : [field];
  });
}
