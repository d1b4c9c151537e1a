import { z } from 'zod';
import { salesOrderDraftSchema } from '../../canonical/drafts/sales-order-draft.ts';
import { problemSchema } from '../../errors/problem.ts';
import { operationDefinitions } from '../operations/definitions/index.ts';

/**
 * JSON Schemas of what texts hold, by file name. They stand beside the OpenAPI documents and not in them:
 * External Services would generate a type for each component, which the text answers exist to avoid.
 */
export const answerSchemas: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(
    operationDefinitions.flatMap(({ answer }) =>
      answer.form === 'text' ? [[answer.schemaFile, z.toJSONSchema(answer.schema)] as const] : []
    )
  ),
  // What the text of previewOrder's request holds.
  'sales-order-draft.schema.json': z.toJSONSchema(salesOrderDraftSchema, { io: 'input' }),
  'problem.schema.json': z.toJSONSchema(problemSchema)
};
