import { z } from 'zod';
import type { OrderWorld } from '../../orders/world/order-world.ts';

const loggedSchema = z.array(
  z.object({ number: z.number(), method: z.string(), path: z.string(), status: z.number().nullable() })
);
const orderedSchema = z.array(z.object({ id: z.string(), struck: z.number() }));

/** Orders something to go wrong in the org; gives its id. */
export async function orderFault({ client }: OrderWorld, fault: object): Promise<string> {
  return z.object({ id: z.string() }).parse(await client.control('POST', '/faults', fault)).id;
}

/** How often a fault has struck. */
export async function struck({ client }: OrderWorld, id: string): Promise<number> {
  const faults = orderedSchema.parse(await client.control('GET', '/faults'));
  return faults.find((each) => each.id === id)?.struck ?? 0;
}

export async function clearFaults({ client }: OrderWorld): Promise<void> {
  await client.control('DELETE', '/faults');
}

/** Requests of which `METHOD path` matches, after the one with that number. */
export async function requestsTo({ client }: OrderWorld, match: string, after: number) {
  const query = new URLSearchParams({ match, after: String(after) }).toString();
  return loggedSchema.parse(await client.control('GET', `/requests?${query}`));
}

/** Number of the last request so far. */
export async function lastRequest(world: OrderWorld): Promise<number> {
  return Math.max(0, ...(await requestsTo(world, '.', 0)).map(({ number }) => number));
}
