import { z } from 'zod';
import { ignored, text } from '../../metadata/xml.ts';
import { applyOperator, assignmentOperators } from '../assignment-operators.ts';
import { commonProperties, connectorSchema, defineElement } from '../flow-element.ts';
import { referencesOf, valueSchema } from '../flow-value.ts';

const item = z.strictObject({
  assignToReference: text,
  operator: z.enum(assignmentOperators, {
    error: ({ input }) => `assignment operator ${String(input)} is not supported by the local org`
  }),
  value: valueSchema.optional(),
  processMetadataValues: ignored
});

/** Assignment: sets variables and fields of records, one after the other. */
export const assignments = defineElement({
  kind: 'assignments',
  schema: z.strictObject({
    ...commonProperties,
    assignmentItems: z.array(item).default([]),
    connector: connectorSchema.optional()
  }),
  build: ({ assignmentItems, connector }) => ({
    targets: [connector],
    references: assignmentItems.flatMap((each) => [each.assignToReference, ...referencesOf(each.value)]),
    run: (interview) => {
      for (const { assignToReference, operator, value } of assignmentItems) {
        const given = value ? interview.evaluate(value) : null;
        const before = operator === 'Assign' ? null : interview.resolve(assignToReference);
        interview.assign(assignToReference, applyOperator(operator, before, given));
      }
      return connector;
    }
  })
});
