import { z } from 'zod';
import { flag, ignored, text } from '../../metadata/xml.ts';
import { type ActionKind } from '../actions/action-kind.ts';
import { actionKinds, refusalOf } from '../actions/action-kinds.ts';
import { commonProperties, connectorSchema, defineElement } from '../flow-element.ts';
import { type FlowValue, referencesOf, valueSchema } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import type { Steps } from '../runtime/pause.ts';

const schema = z.strictObject({
  ...commonProperties,
  actionName: text,
  actionType: text.refine((type) => actionKinds.some((kind) => kind.type === type), {
    error: ({ input }) => refusalOf(String(input))
  }),
  flowTransactionModel: z.enum(['Automatic', 'CurrentTransaction', 'NewTransaction']).default('Automatic'),
  inputParameters: z
    .array(
      z.strictObject({
        name: text,
        value: valueSchema.optional(),
        processMetadataValues: ignored
      })
    )
    .default([]),
  outputParameters: z
    .array(
      z.strictObject({
        name: text,
        assignToReference: text,
        processMetadataValues: ignored
      })
    )
    .default([]),
  storeOutputAutomatically: flag.default(false),
  nameSegment: ignored,
  versionSegment: ignored,
  versionString: ignored,
  connector: connectorSchema.optional(),
  faultConnector: connectorSchema.optional()
});
type ActionElement = z.infer<typeof schema>;

/** Action: an operation of an External Service, an email, a notification, or another flow. */
export const actionCalls = defineElement({
  kind: 'actionCalls',
  schema,
  build: (element, context) => {
    const kind = kindOf(element.actionType);
    return {
      targets: [element.connector, element.faultConnector],
      faultTarget: element.faultConnector,
      references: [
        ...element.inputParameters.flatMap(({ value }) => referencesOf(value)),
        ...element.outputParameters.map(({ assignToReference }) => assignToReference)
      ],
      hasEffects: true,
      problems: kind.problems(
        {
          actionName: element.actionName,
          inputs: element.inputParameters.map(({ name }) => name),
          outputs: element.outputParameters.map(({ name }) => name)
        },
        context
      ),
      valueType: () =>
        element.storeOutputAutomatically ? kind.outputType(element.actionName, context) : undefined,
      run: (interview) => runAction(kind, element, interview)
    };
  }
});

function kindOf(type: string): ActionKind {
  const kind = actionKinds.find((each) => each.type === type);
  if (!kind) throw new Error(`There is no action type ${type}`);
  return kind;
}

function* runAction(
  kind: ActionKind,
  element: ActionElement,
  interview: Interview
): Steps<string | undefined> {
  const inputs = element.inputParameters.map(
    ({ name, value }) => [name, value ? interview.evaluate(value) : null] as const
  );
  for (const [name, value] of inputs) interview.recorder.note(`input ${name}`, value);
  const answer = kind.run(
    {
      elementName: element.name,
      actionName: element.actionName,
      model: element.flowTransactionModel,
      inputs: new Map(inputs)
    },
    interview
  );
  keepOutputs(element, 'next' in answer ? yield* answer : answer, interview);
  return element.connector;
}

function keepOutputs(
  element: ActionElement,
  outputs: ReadonlyMap<string, FlowValue>,
  interview: Interview
): void {
  for (const { name, assignToReference } of element.outputParameters) {
    const value = outputs.get(name);
    if (value !== undefined) interview.assign(assignToReference, value);
  }
  if (!element.storeOutputAutomatically) return;
  const fields = Object.fromEntries(outputs);
  interview.setElementValue(element.name, {
    objectName: element.actionName,
    fields
  });
}
