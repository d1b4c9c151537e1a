import type { OperationDefinition } from './definition.ts';

export const getCustomerSummary: OperationDefinition = {
  operationId: 'getCustomerSummary',
  method: 'get',
  path: '/v1/customers/{customerNo}/summary',
  role: 'reader',
  writes: false,
  summary: 'Balance, aging, credit, open orders and last payment of one Sage customer',
  description:
    'Answers text that holds the JSON of docs/openapi/customer-summary.schema.json. When Sage cannot answer, the last good answer comes with source "cache" and the reason in "stale". A failure answers text that holds RFC 9457 problem details, docs/openapi/problem.schema.json.',
  pathParameters: [
    { name: 'customerNo', description: 'Division and customer number as Sage shows them, as 01-ABF' }
  ]
};

export const getStatus: OperationDefinition = {
  operationId: 'getStatus',
  method: 'get',
  path: '/v1/status',
  role: 'admin',
  writes: false,
  summary: 'State, cause and fix of each thing that the service needs',
  description:
    'Answers text that holds the JSON of docs/openapi/service-status.schema.json. A failure answers text that holds RFC 9457 problem details, docs/openapi/problem.schema.json.',
  pathParameters: []
};

/** Every operation of this version. */
export const operationDefinitions: readonly OperationDefinition[] = [getCustomerSummary, getStatus];
