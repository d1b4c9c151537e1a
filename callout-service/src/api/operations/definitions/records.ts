import { z } from 'zod';
import { recordComparisonSchema, recordHistorySchema } from '../../../sync/records/record-schemas.ts';
import type { OperationDefinition, OperationParameter } from '../definition.ts';
import { optionalText } from './parameters.ts';
import { holding, textAnswer } from './text-answer.ts';

const admin = { role: 'admin', writes: false } as const;

function inQuery(name: string, description: string): OperationParameter {
  return { name, in: 'query', required: false, type: 'string', description };
}

const sageKeyInQuery = inQuery('sageKey', 'Key of the record in Sage, as 01-ABF');
const salesforceIdInQuery = inQuery('salesforceId', 'Id of the record in Salesforce, 18 characters');

const salesforceId = optionalText.pipe(
  z
    .string()
    .regex(/^[a-zA-Z0-9]{18}$/, 'must be an id of 18 letters and digits')
    .optional()
);
const sageKey = optionalText.pipe(z.string().max(120, 'must have at most 120 characters').optional());

export const getRecordComparison: OperationDefinition<{
  pair: string;
  sageKey?: string | undefined;
  salesforceId?: string | undefined;
}> = {
  ...admin,
  operationId: 'getRecordComparison',
  method: 'get',
  path: '/v1/pairs/{pair}/records',
  summary: 'One record as both systems have it now, field by field, and what the mapping in force would do',
  description: holding('record-comparison.schema.json'),
  parameters: [
    {
      name: 'pair',
      in: 'path',
      required: true,
      type: 'string',
      description: 'An object pair, as Account-customer'
    },
    sageKeyInQuery,
    salesforceIdInQuery
  ],
  answer: textAnswer('record-comparison.schema.json', recordComparisonSchema),
  input: z
    .object({ pair: z.string().min(1).max(80), sageKey, salesforceId })
    .refine((record) => record.sageKey !== undefined || record.salesforceId !== undefined, {
      path: ['sageKey'],
      message: 'must be given where salesforceId is not'
    })
};

export const getRecordHistory: OperationDefinition<{
  salesforceId?: string | undefined;
  sageKey?: string | undefined;
  entity?: string | undefined;
  cursor?: string | undefined;
}> = {
  ...admin,
  operationId: 'getRecordHistory',
  method: 'get',
  path: '/v1/records/history',
  summary:
    'What the service did with one record: its link, jobs, failures, decisions and changes, newest first',
  description: holding('record-history.schema.json'),
  parameters: [
    salesforceIdInQuery,
    sageKeyInQuery,
    inQuery('entity', 'Entity of the record, as customer; needed with sageKey alone'),
    inQuery('cursor', 'nextCursor of the page before; absent for the first page')
  ],
  answer: textAnswer('record-history.schema.json', recordHistorySchema),
  input: z
    .object({ salesforceId, sageKey, entity: optionalText, cursor: optionalText })
    .refine((record) => record.sageKey !== undefined || record.salesforceId !== undefined, {
      path: ['salesforceId'],
      message: 'must be given where sageKey is not'
    })
    .refine(
      (record) =>
        record.salesforceId !== undefined || record.sageKey === undefined || record.entity !== undefined,
      {
        path: ['entity'],
        message: 'must be given with a key in Sage alone'
      }
    )
};
