import { z } from 'zod';
import { flag, ignored, text } from '../../metadata/xml.ts';
import { commonProperties, connectorSchema, defineElement } from '../flow-element.ts';
import { referencesOf, valueSchema } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import type { Steps } from '../runtime/pause.ts';
import { inputProblems, outputTypes, subflowSteps } from '../runtime/subflow.ts';

const schema = z.strictObject({
  ...commonProperties,
  flowName: text,
  inputAssignments: z
    .array(
      z.strictObject({
        name: text,
        value: valueSchema.optional(),
        processMetadataValues: ignored
      })
    )
    .default([]),
  outputAssignments: z
    .array(
      z.strictObject({
        assignToReference: text,
        name: text,
        processMetadataValues: ignored
      })
    )
    .default([]),
  storeOutputAutomatically: flag.default(false),
  connector: connectorSchema.optional()
});
type Subflow = z.infer<typeof schema>;

/** Subflow: runs another flow in the same transaction. What fails in it fails this flow too. */
export const subflows = defineElement({
  kind: 'subflows',
  schema,
  build: (subflow, context) => ({
    targets: [subflow.connector],
    references: [
      ...subflow.inputAssignments.flatMap(({ value }) => referencesOf(value)),
      ...subflow.outputAssignments.map(({ assignToReference }) => assignToReference)
    ],
    hasEffects: true,
    problems: inputProblems(
      context,
      subflow.flowName,
      subflow.inputAssignments.map(({ name }) => name),
      subflow.outputAssignments.map(({ name }) => name)
    ),
    valueType: () => (subflow.storeOutputAutomatically ? outputTypes(context, subflow.flowName) : undefined),
    run: (interview) => runSubflow(subflow, interview)
  })
});

function* runSubflow(subflow: Subflow, interview: Interview): Steps<string | undefined> {
  const { name, flowName, inputAssignments, outputAssignments } = subflow;
  const inputs = inputAssignments.map(
    (each) => [each.name, each.value ? interview.evaluate(each.value) : null] as const
  );
  const outputs = yield* subflowSteps(interview, name, flowName, new Map(inputs));
  for (const { name: output, assignToReference } of outputAssignments) {
    interview.assign(assignToReference, outputs.get(output) ?? null);
  }
  if (subflow.storeOutputAutomatically) {
    interview.setElementValue(name, {
      objectName: flowName,
      fields: Object.fromEntries(outputs)
    });
  }
  return subflow.connector;
}
