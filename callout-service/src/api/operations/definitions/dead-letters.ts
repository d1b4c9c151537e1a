import { z } from 'zod';
import {
  deadLetterDecisionSchema,
  deadLetterDetailSchema,
  deadLetterPageSchema
} from '../../../sync/dead-letters/dead-letter-schemas.ts';
import type { OperationDefinition, OperationParameter } from '../definition.ts';
import { optionalText, pageInput, pageParameters } from './parameters.ts';
import { holding, textAnswer } from './text-answer.ts';

/** Deciding twice has one effect, so its tokens pass more than once. */
const admin = { role: 'admin', writes: false } as const;

const jobIdInPath: OperationParameter = {
  name: 'jobId',
  in: 'path',
  required: true,
  type: 'integer',
  description: 'Number of the job, as the list and the failure record have it'
};

const jobId = z
  .string()
  .regex(/^\d{1,15}$/, 'must be the number of a job')
  .transform(Number);

function filter(name: string, description: string): OperationParameter {
  return { name, in: 'query', required: false, type: 'string', description };
}

const MOST_CHARACTERS_OF_TEXT = 100;

const moment = optionalText.pipe(
  z.iso.datetime('must be a moment in UTC, as 2026-11-22T00:00:00Z').optional()
);

export const listDeadLetters: OperationDefinition<{
  pageSize: number;
  cursor?: string | undefined;
  lane?: string | undefined;
  code?: string | undefined;
  key?: string | undefined;
  text?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
}> = {
  ...admin,
  method: 'get',
  operationId: 'listDeadLetters',
  path: '/v1/dead-letters',
  summary: 'Jobs that failed for good and wait for a decision, the oldest first',
  description: holding('dead-letter-page.schema.json'),
  parameters: [
    filter('lane', 'Only those of this lane, as sales-order-out'),
    filter('code', 'Only those whose last failure has this code, as LB402'),
    filter('key', 'Only those of this key, as the id of an opportunity'),
    filter('text', 'Only those with this text in their key or content, in capitals or not'),
    filter('since', 'Only those handed over at this moment or later, as 2026-11-22T00:00:00Z'),
    filter('until', 'Only those handed over before this moment'),
    ...pageParameters
  ],
  answer: textAnswer('dead-letter-page.schema.json', deadLetterPageSchema),
  input: z.object({
    ...pageInput,
    lane: optionalText,
    code: optionalText,
    key: optionalText,
    text: optionalText.pipe(
      z
        .string()
        .max(MOST_CHARACTERS_OF_TEXT, `must have at most ${MOST_CHARACTERS_OF_TEXT} characters`)
        .refine((text) => !text.includes('\0'), 'must hold no character 0')
        .optional()
    ),
    since: moment,
    until: moment
  })
};

export const getDeadLetter: OperationDefinition<{ jobId: number }> = {
  ...admin,
  method: 'get',
  operationId: 'getDeadLetter',
  path: '/v1/dead-letters/{jobId}',
  summary: 'One failed job: content, every failure, what waits behind it, cause and fix',
  description: holding('dead-letter-detail.schema.json'),
  parameters: [jobIdInPath],
  answer: textAnswer('dead-letter-detail.schema.json', deadLetterDetailSchema),
  input: z.object({ jobId })
};

const replayRequest = z.object({
  payload: z.string().optional().describe('JSON of the content that replaces the first one; it is kept'),
  operator: z.string().max(120).optional().describe('Who decides, for the audit')
});

export const replayDeadLetter: OperationDefinition<{
  jobId: number;
  payload?: string | undefined;
  operator?: string | undefined;
}> = {
  ...admin,
  method: 'post',
  operationId: 'replayDeadLetter',
  path: '/v1/dead-letters/{jobId}/replay',
  summary: 'Lets a failed job begin anew, at its old place, with an edited content if need be',
  description: holding('dead-letter-decision.schema.json'),
  parameters: [jobIdInPath],
  body: { name: 'ReplayDeadLetterRequest', schema: replayRequest },
  answer: textAnswer('dead-letter-decision.schema.json', deadLetterDecisionSchema),
  input: z.object({ jobId, payload: optionalText, operator: optionalText })
};

const skipRequest = z.object({
  reason: z.string().max(1_000).describe('Why it is given up, for the audit'),
  operator: z.string().max(120).optional().describe('Who decides, for the audit')
});

export const skipDeadLetter: OperationDefinition<{
  jobId: number;
  reason: string;
  operator?: string | undefined;
}> = {
  ...admin,
  method: 'post',
  operationId: 'skipDeadLetter',
  path: '/v1/dead-letters/{jobId}/skip',
  summary: 'Gives a failed job up for good; what waits behind it goes on',
  description: holding('dead-letter-decision.schema.json'),
  parameters: [jobIdInPath],
  body: { name: 'SkipDeadLetterRequest', schema: skipRequest },
  answer: textAnswer('dead-letter-decision.schema.json', deadLetterDecisionSchema),
  input: z.object({
    jobId,
    reason: z.string().trim().min(1, 'must say why').max(1_000, 'must have at most 1,000 characters'),
    operator: optionalText
  })
};
