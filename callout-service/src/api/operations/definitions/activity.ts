import { z } from 'zod';
import { activitySchema } from '../../../sync/activity/activity-schema.ts';
import type { OperationDefinition } from '../definition.ts';
import { holding, textAnswer } from './text-answer.ts';

export const getActivity: OperationDefinition = {
  method: 'get',
  role: 'admin',
  writes: false,
  operationId: 'getActivity',
  path: '/v1/activity',
  summary:
    'How everything that moves records stands at this moment: what waits, what holds it back, what is used',
  description: holding('activity.schema.json'),
  parameters: [],
  answer: textAnswer('activity.schema.json', activitySchema),
  input: z.unknown()
};
