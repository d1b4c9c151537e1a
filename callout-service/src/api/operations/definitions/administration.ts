import { z } from 'zod';
import { serviceStatusSchema } from '../../../inquiry/status/service-status.ts';
import { sageTableSchema, tableListSchema } from '../../../inquiry/tables/tables.ts';
import type { OperationDefinition } from '../definition.ts';
import { holding, textAnswer } from './text-answer.ts';

const reads = { method: 'get', role: 'admin', writes: false } as const;

export const getStatus: OperationDefinition = {
  ...reads,
  operationId: 'getStatus',
  path: '/v1/status',
  summary: 'State, cause and fix of each thing that the service needs',
  description: holding('service-status.schema.json'),
  parameters: [],
  answer: textAnswer('service-status.schema.json', serviceStatusSchema),
  input: z.unknown()
};

export const listTables: OperationDefinition = {
  ...reads,
  operationId: 'listTables',
  path: '/v1/sage/tables',
  summary: 'Names of the Sage tables that fields can be mapped from and to',
  description: holding('sage-table-list.schema.json'),
  parameters: [],
  answer: textAnswer('sage-table-list.schema.json', tableListSchema),
  input: z.unknown()
};

export const describeTable: OperationDefinition<{ table: string }> = {
  ...reads,
  operationId: 'describeTable',
  path: '/v1/sage/tables/{table}',
  summary: 'Columns of a Sage table as they are now: types, lengths, user-defined fields',
  description: holding('sage-table.schema.json'),
  parameters: [
    {
      name: 'table',
      in: 'path',
      required: true,
      type: 'string',
      description: 'Name of the table, as AR_Customer'
    }
  ],
  answer: textAnswer('sage-table.schema.json', sageTableSchema),
  input: z.object({ table: z.string() })
};
