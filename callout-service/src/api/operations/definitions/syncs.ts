import { z } from 'zod';
import { runModes, type RunMode } from '../../../sync/engine/detection.ts';
import { pairNames, type PairName } from '../../../sync/pairs/pair-names.ts';
import {
  startedSyncsSchema,
  syncEstimateSchema,
  syncRunPageSchema,
  syncRunViewSchema
} from '../../../sync/runs/sync-run-schemas.ts';
import type { OperationDefinition, OperationParameter } from '../definition.ts';
import { optionalText, pageInput, pageParameters } from './parameters.ts';
import { holding, textAnswer, typedFailure } from './text-answer.ts';

/** Asking twice has one effect, so its tokens pass more than once. */
const admin = { role: 'admin', writes: false } as const;

const runIdInPath: OperationParameter = {
  name: 'runId',
  in: 'path',
  required: true,
  type: 'integer',
  description: 'Number of the run, as startSync and the list have it'
};

const runId = z
  .string()
  .regex(/^\d{1,15}$/, 'must be the number of a run')
  .transform(Number);

const startRequest = z.object({
  pair: z
    .enum(['all', ...pairNames])
    .describe('An object pair as Account-customer, or all that are switched on'),
  mode: z
    .enum(runModes)
    .optional()
    .describe('changes unless given; full for the first load, reconcile to compare every record'),
  startedBy: z.string().max(40).optional().describe('What asks, for the log: operator unless given'),
  requestedBy: z.string().max(120).optional().describe('Who asks, for the log')
});

export const startSync: OperationDefinition<{
  pair: PairName | 'all';
  mode: RunMode;
  trigger: string;
  requestedBy?: string | undefined;
}> = {
  ...admin,
  operationId: 'startSync',
  method: 'post',
  path: '/v1/syncs',
  summary: 'Starts a run over one object pair or all of them; runs wait for those that they depend on',
  description: `Accepted at once; getSync tells how it goes. A pair whose run is under way answers with that one. ${typedFailure}`,
  parameters: [],
  body: { name: 'StartSyncRequest', schema: startRequest },
  answer: { form: 'json', name: 'StartedSyncs', schema: startedSyncsSchema },
  input: z.object({
    pair: startRequest.shape.pair,
    mode: optionalText.pipe(z.enum(runModes).default('changes')),
    trigger: optionalText.pipe(z.string().max(40).default('operator')),
    requestedBy: optionalText
  })
};

export const getSync: OperationDefinition<{ runId: number }> = {
  ...admin,
  operationId: 'getSync',
  method: 'get',
  path: '/v1/syncs/{runId}',
  summary: 'One run: how far it is, what it did, what failed and why',
  description: holding('sync-run.schema.json'),
  parameters: [runIdInPath],
  answer: textAnswer('sync-run.schema.json', syncRunViewSchema),
  input: z.object({ runId })
};

export const listSyncs: OperationDefinition<{
  pageSize: number;
  cursor?: string | undefined;
  pair?: PairName | undefined;
}> = {
  ...admin,
  operationId: 'listSyncs',
  method: 'get',
  path: '/v1/syncs',
  summary: 'Runs, the newest first',
  description: holding('sync-run-page.schema.json'),
  parameters: [
    {
      name: 'pair',
      in: 'query',
      required: false,
      type: 'string',
      description: 'Only those of this object pair, as Account-customer'
    },
    ...pageParameters
  ],
  answer: textAnswer('sync-run-page.schema.json', syncRunPageSchema),
  input: z.object({ ...pageInput, pair: optionalText.pipe(z.enum(pairNames).optional()) })
};

export const stopSync: OperationDefinition<{ runId: number; operator?: string | undefined }> = {
  ...admin,
  operationId: 'stopSync',
  method: 'post',
  path: '/v1/syncs/{runId}/stop',
  summary: 'Ends a run after its page; the next run of the pair goes on there',
  description: holding('sync-run.schema.json'),
  parameters: [runIdInPath],
  body: {
    name: 'StopSyncRequest',
    schema: z.object({ operator: z.string().max(120).optional().describe('Who decides, for the audit') })
  },
  answer: textAnswer('sync-run.schema.json', syncRunViewSchema),
  input: z.object({ runId, operator: optionalText })
};

export const estimateSync: OperationDefinition<{ pair: PairName }> = {
  ...admin,
  operationId: 'estimateSync',
  method: 'get',
  path: '/v1/sync-estimates/{pair}',
  summary:
    'What reading everything of an object pair would come to: records, requests, storage in Salesforce',
  description: typedFailure,
  parameters: [
    {
      name: 'pair',
      in: 'path',
      required: true,
      type: 'string',
      description: 'An object pair, as Account-customer'
    }
  ],
  answer: { form: 'json', name: 'SyncEstimate', schema: syncEstimateSchema },
  input: z.object({ pair: z.enum(pairNames) })
};
