import { z } from 'zod';
import { flag, ignored, text } from '../../metadata/xml.ts';
import { dataTypeSchema } from '../data-type.ts';
import { commonProperties, connectorSchema, defineElement } from '../flow-element.ts';
import { FlowFault } from '../flow-fault.ts';
import {
  type FlowRecord,
  type FlowValue,
  isCollection,
  referencesOf,
  textOf,
  type ValueExpression,
  valueSchema
} from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { valueAt } from '../record-values.ts';

const eachItem = '[$EachItem]';

const parameter = z.strictObject({
  name: text,
  value: valueSchema.optional(),
  processMetadataValues: ignored
});

const action = z.strictObject({
  transformType: z.enum(['Map', 'Sum', 'Count'], {
    error: ({ input }) => `the transform ${String(input)} is not supported by the local org`
  }),
  outputFieldApiName: text.optional(),
  value: valueSchema.optional(),
  inputParameters: z.array(parameter).default([]),
  processMetadataValues: ignored
});
type Action = z.infer<typeof action>;

const schema = z.strictObject({
  ...commonProperties,
  apexClass: text.optional(),
  connector: connectorSchema.optional(),
  dataType: dataTypeSchema,
  isCollection: flag.default(false),
  objectType: text.optional(),
  scale: ignored,
  storeOutputAutomatically: ignored,
  transformValues: z
    .array(
      z.strictObject({
        transformValueActions: z.array(action),
        transformValueDescription: ignored,
        transformValueLabel: ignored,
        transformValueName: ignored,
        processMetadataValues: ignored
      })
    )
    .default([])
});
type Transform = z.infer<typeof schema>;

/** Transform: makes records from records field by field, or adds up or counts a collection. */
export const transforms = defineElement({
  kind: 'transforms',
  schema,
  build: (transform) => {
    const actions = transform.transformValues.flatMap(({ transformValueActions }) => transformValueActions);
    const objectType = transform.objectType ?? transform.apexClass;
    return {
      targets: [transform.connector],
      references: actions.flatMap(referencesOfAction),
      valueType: () => ({
        dataType: transform.dataType,
        isCollection: transform.isCollection,
        objectType
      }),
      run: (interview) => {
        const made = transform.isCollection
          ? mapEach(actions, objectType, interview)
          : makeOne(transform, actions, objectType, interview);
        interview.setElementValue(transform.name, made);
        interview.recorder.note('made', made);
        return transform.connector;
      }
    };
  }
});

function referencesOfAction({ value, inputParameters }: Action): string[] {
  const values = [value, ...inputParameters.map((each) => each.value)];
  return values.flatMap(referencesOf).map((reference) => reference.split(eachItem)[0] ?? reference);
}

function makeOne(
  { dataType }: Transform,
  actions: readonly Action[],
  objectName: string | undefined,
  interview: Interview
): FlowValue {
  const [first] = actions;
  if (objectName === undefined || dataType !== 'SObject') return first ? valueOf(first, interview) : null;
  const fields = actions.map((each) => [each.outputFieldApiName ?? '', valueOf(each, interview)] as const);
  return { objectName, fields: Object.fromEntries(fields) };
}

function valueOf({ transformType, value, inputParameters }: Action, interview: Interview): FlowValue {
  if (transformType === 'Map') return value ? interview.evaluate(value) : null;
  const given = new Map(inputParameters.map((each) => [each.name, each.value]));
  const items = collection(given.get('aggregationValues'), interview);
  if (transformType === 'Count') return items.length;
  const field = given.get('aggregationField');
  const path = field ? [textOf(interview.evaluate(field))] : [];
  return items.reduce<number>((sum, item) => sum + Number(valueAt(interview.services, item, path) ?? 0), 0);
}

function collection(expression: ValueExpression | undefined, interview: Interview): readonly FlowValue[] {
  const value = expression ? (interview.evaluate(expression) ?? []) : [];
  if (isCollection(value)) return value;
  throw new FlowFault('Only a collection can be added up or counted.');
}

function mapEach(
  actions: readonly Action[],
  objectName: string | undefined,
  interview: Interview
): readonly FlowValue[] {
  const sources = actions.flatMap(({ value }) =>
    value?.kind === 'reference' && value.reference.includes(eachItem) ? [value.reference] : []
  );
  const source = sources[0]?.split(eachItem)[0];
  if (source === undefined) throw new FlowFault('The transform names no collection to go through.');
  const items = collection({ kind: 'reference', reference: source }, interview);
  return items.map((item) => mapItem(actions, item, objectName, interview));
}

function mapItem(
  actions: readonly Action[],
  item: FlowValue,
  objectName: string | undefined,
  interview: Interview
): FlowValue {
  const values = actions.map((each) => [each.outputFieldApiName, ofItem(each, item, interview)] as const);
  if (objectName === undefined) return values[0]?.[1] ?? null;
  const record: FlowRecord = {
    objectName,
    fields: Object.fromEntries(values.map(([name, value]) => [name ?? '', value]))
  };
  return record;
}

function ofItem(action: Action, item: FlowValue, interview: Interview): FlowValue {
  const { value } = action;
  if (value?.kind !== 'reference' || !value.reference.includes(eachItem)) return valueOf(action, interview);
  const path = value.reference.split(eachItem)[1]?.split('.').filter(Boolean) ?? [];
  return valueAt(interview.services, item, path);
}
