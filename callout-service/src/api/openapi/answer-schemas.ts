import { z } from 'zod';
import { customerSummarySchema } from '../../canonical/customer-summary.ts';
import { problemSchema } from '../../errors/problem.ts';
import { serviceStatusSchema } from '../../inquiry/status/service-status.ts';

/**
 * JSON Schemas of what the text answers hold, by file name. They stand beside the OpenAPI documents and not in them:
 * External Services would generate a type for each component, which the text answers exist to avoid.
 */
export const answerSchemas: Readonly<Record<string, unknown>> = {
  'customer-summary.schema.json': z.toJSONSchema(customerSummarySchema),
  'service-status.schema.json': z.toJSONSchema(serviceStatusSchema),
  'problem.schema.json': z.toJSONSchema(problemSchema)
};
