import { z } from 'zod';
import { changesAnswerSchema } from '../../../sync/change-feed/list-changes.ts';
import type { OperationDefinition } from '../definition.ts';
import { optionalText, wholeNumber } from './parameters.ts';
import { holding, textAnswer } from './text-answer.ts';

const MOST = 1_000;
const USUAL = 200;

export const listChanges: OperationDefinition<{
  after?: number | undefined;
  limit: number;
  entities?: readonly string[] | undefined;
}> = {
  operationId: 'listChanges',
  method: 'get',
  path: '/v1/changes',
  role: 'admin',
  writes: false,
  summary:
    'The feed of changed records of Sage behind a cursor, the oldest first, for warehouses and other readers',
  description: `Ask again with after = next; records come in their canonical form. ${holding('changes.schema.json')}`,
  parameters: [
    {
      name: 'after',
      in: 'query',
      required: false,
      type: 'integer',
      description: 'next of the answer before; the oldest that is kept unless given'
    },
    {
      name: 'limit',
      in: 'query',
      required: false,
      type: 'integer',
      description: `Changes in one answer, ${USUAL} unless given, ${MOST} at most`
    },
    {
      name: 'entities',
      in: 'query',
      required: false,
      type: 'string',
      description: 'Only these, with commas between them, as customer,item'
    }
  ],
  answer: textAnswer('changes.schema.json', changesAnswerSchema),
  input: z.object({
    after: optionalText
      .pipe(
        z
          .string()
          .regex(/^\d{1,15}$/, 'must be next of an answer')
          .optional()
      )
      .transform((text) => (text === undefined ? undefined : Number(text))),
    limit: wholeNumber(1, MOST, USUAL),
    entities: optionalText.transform((text) => text?.split(',').flatMap((each) => each.trim() || []))
  })
};
