import { z } from 'zod';
import { lookAtDeadLetter, replayDeadLetter } from '../../orders/world/dead-letters.ts';
import type { OrderWorld } from '../../orders/world/order-world.ts';
import type { Edit } from './edit.ts';

const payloadSchema = z.preprocess(
  (payload) => (typeof payload === 'string' ? (JSON.parse(payload) as unknown) : payload),
  z.looseObject({})
);

/** Replays a conflict with whose value holds, as a person does; gives the edit as it must have ended. */
export async function decideConflict(
  world: OrderWorld,
  edit: Edit,
  jobId: number,
  holds: 'sage' | 'salesforce'
): Promise<Edit> {
  const payload = payloadSchema.parse((await lookAtDeadLetter(world, jobId)).payload);
  await replayDeadLetter(world, jobId, { ...payload, decided: { [edit.field.id]: holds } });
  return { ...edit, side: holds };
}
