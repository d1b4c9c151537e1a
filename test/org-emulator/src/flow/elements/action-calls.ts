import { z } from 'zod';
import { CalloutFault } from '../../callouts/callout-fault.ts';
import { ignored, text } from '../../metadata/xml.ts';
import { commonProperties, connectorSchema, defineElement, type FlowLoadContext } from '../flow-element.ts';
import { FlowFault } from '../flow-fault.ts';
import { type FlowValue, referencesOf, valueSchema } from '../flow-value.ts';
import type { Interview } from '../interview.ts';

const schema = z.strictObject({
  ...commonProperties,
  actionName: text,
  actionType: z.literal('externalService', {
    error: ({ input }) => `action type ${String(input)} is not supported by the local org`
  }),
  flowTransactionModel: z.enum(['Automatic', 'CurrentTransaction', 'NewTransaction']).optional(),
  inputParameters: z
    .array(z.strictObject({ name: text, value: valueSchema, processMetadataValues: ignored }))
    .default([]),
  outputParameters: z
    .array(z.strictObject({ name: text, assignToReference: text, processMetadataValues: ignored }))
    .default([]),
  storeOutputAutomatically: z
    .literal('false', { error: 'only named output parameters are supported by the local org' })
    .optional(),
  nameSegment: ignored,
  versionSegment: ignored,
  versionString: ignored,
  connector: connectorSchema.optional(),
  faultConnector: connectorSchema.optional()
});
type ActionCall = z.infer<typeof schema>;

/** Action: one operation of an External Service, called as the running user. */
export const actionCalls = defineElement({
  kind: 'actionCalls',
  schema,
  build: (action, context) => ({
    targets: [action.connector, action.faultConnector],
    faultTarget: action.faultConnector,
    references: [
      ...action.inputParameters.flatMap(({ value }) => referencesOf(value)),
      ...action.outputParameters.map(({ assignToReference }) => assignToReference)
    ],
    problems: actionProblems(action, context),
    run: async (interview) => {
      const outputs = await callOperation(action, interview);
      for (const { name, assignToReference } of action.outputParameters) {
        const value = outputs.get(name);
        if (value !== undefined) interview.assign(assignToReference, value);
      }
      return action.connector;
    }
  })
});

function actionProblems(action: ActionCall, { externalServices }: FlowLoadContext): string[] {
  return externalServices.callProblems(
    action.actionName,
    action.inputParameters.map(({ name }) => name),
    action.outputParameters.map(({ name }) => name)
  );
}

async function callOperation(
  action: ActionCall,
  interview: Interview
): Promise<ReadonlyMap<string, string | number>> {
  const inputs = action.inputParameters.map(({ name, value }) => [name, interview.evaluate(value)] as const);
  try {
    const call = { actionName: action.actionName, inputs: new Map(inputs.map(asParameter)) };
    return await interview.services.externalServices.call(call, interview.access);
  } catch (error) {
    if (error instanceof CalloutFault) throw new FlowFault(error.message);
    throw error;
  }
}

function asParameter([name, value]: readonly [string, FlowValue]): [string, string | null] {
  if (typeof value === 'object' && value !== null) throw new FlowFault(`The input ${name} is a record.`);
  return [name, value === null ? null : String(value)];
}
