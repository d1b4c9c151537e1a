import { z } from 'zod';
import type { PairName } from '../../../../callout-service/src/sync/pairs/pair-names.ts';
import type { OrderWorld } from '../../orders/world/order-world.ts';
import { askService } from '../../orders/world/service-api.ts';

const contentSchema = z.looseObject({ fields: z.array(z.looseObject({ id: z.string() })) });
const publishedSchema = z.object({ version: z.int() });

/** One field map of a mapping, as JSON. */
export type FieldMapJson = z.infer<typeof contentSchema>['fields'][number];

/** Publishes the mapping in force with other field maps; gives the version. */
export async function publishFields(
  world: OrderWorld,
  pair: PairName,
  change: (fields: readonly FieldMapJson[]) => readonly FieldMapJson[]
): Promise<number> {
  const inForce = z.object({ content: z.string() }).parse(await ask(world, 'GET', `/v1/mappings/${pair}`));
  const content = contentSchema.parse(JSON.parse(inForce.content));
  const published = await ask(world, 'POST', `/v1/mappings/${pair}/versions`, {
    comment: 'A change of an admin',
    content: JSON.stringify({ ...content, fields: change(content.fields) }),
    operator: 'Ada'
  });
  return publishedSchema.parse(published).version;
}

/** Puts the mapping that comes with the package in force again. */
export async function publishPackaged(world: OrderWorld, pair: PairName): Promise<void> {
  await ask(world, 'POST', `/v1/mappings/${pair}/roll-back`, { toVersion: 0 });
}

async function ask(world: OrderWorld, method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
  const answer = await askService(world, { method, path, role: 'admin', ...(body && { body }) });
  if (answer.status !== 200)
    throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
