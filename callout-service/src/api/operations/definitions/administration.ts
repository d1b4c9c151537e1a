import { z } from 'zod';
import { serviceStatusSchema } from '../../../inquiry/status/service-status.ts';
import { sageTableSchema, tableListSchema } from '../../../inquiry/tables/tables.ts';
import { writerStateSchema } from '../../../inquiry/writing/writer-state-schema.ts';
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

/** Neither changes a record of Sage, and both may be repeated, so their tokens pass more than once. */
const controls = {
  method: 'post',
  role: 'admin',
  writes: false,
  parameters: [],
  answer: textAnswer('writer-state.schema.json', writerStateSchema),
  input: z.unknown()
} as const;

export const pauseWriting: OperationDefinition = {
  ...controls,
  operationId: 'pauseWriting',
  path: '/v1/writing/pause',
  summary: 'Holds all writing back, so that Sage can run a task that needs its files alone',
  description: `Sage's files are free once bridge is "stopped"; while it is "busy", ask again. ${holding('writer-state.schema.json')}`
};

export const resumeWriting: OperationDefinition = {
  ...controls,
  operationId: 'resumeWriting',
  path: '/v1/writing/resume',
  summary: 'Lets writing go on; what waits is written',
  description: holding('writer-state.schema.json')
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
