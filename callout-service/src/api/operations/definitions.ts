import { z } from 'zod';
import { customerSummarySchema } from '../../canonical/customer-summary.ts';
import { serviceStatusSchema } from '../../inquiry/status/service-status.ts';
import type { OperationDefinition, OperationParameter } from './definition.ts';

/** Division and number, as every operation on a customer takes them. */
export const customerNoParameter: OperationParameter = {
  name: 'customerNo',
  in: 'path',
  required: true,
  type: 'string',
  description: 'Division and customer number as Sage shows them, as 01-ABF'
};

/** What every description of a text answer ends with. */
export function textAnswer(schemaFile: string): string {
  return `Answers text that holds the JSON of docs/openapi/${schemaFile}. A failure answers text that holds RFC 9457 problem details, docs/openapi/problem.schema.json.`;
}

export const getCustomerSummary: OperationDefinition<{ customerNo: string }> = {
  operationId: 'getCustomerSummary',
  method: 'get',
  path: '/v1/customers/{customerNo}/summary',
  role: 'reader',
  writes: false,
  summary: 'Balance, aging, credit, open orders and last payment of one Sage customer',
  description:
    'Answers text that holds the JSON of docs/openapi/customer-summary.schema.json. When Sage cannot answer, the last good answer comes with source "cache" and the reason in "stale". A failure answers text that holds RFC 9457 problem details, docs/openapi/problem.schema.json.',
  parameters: [customerNoParameter],
  answer: { form: 'text', schemaFile: 'customer-summary.schema.json', schema: customerSummarySchema },
  input: z.object({ customerNo: z.string() })
};

export const getStatus: OperationDefinition = {
  operationId: 'getStatus',
  method: 'get',
  path: '/v1/status',
  role: 'admin',
  writes: false,
  summary: 'State, cause and fix of each thing that the service needs',
  description: textAnswer('service-status.schema.json'),
  parameters: [],
  answer: { form: 'text', schemaFile: 'service-status.schema.json', schema: serviceStatusSchema },
  input: z.unknown()
};

/** Every operation of this version. */
export const operationDefinitions: readonly OperationDefinition[] = [getCustomerSummary, getStatus];
