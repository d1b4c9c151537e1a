import type { OrderWorld } from '../../orders/world/order-world.ts';
import { publishFields } from '../world/mappings.ts';
import { publishedRules } from './places.ts';

/** Publishes the mapping of customers with rules that the packaged one has no field for, as an admin does. */
export async function publishRules(world: OrderWorld): Promise<void> {
  await publishFields(world, 'Account-customer', (fields) =>
    fields.map((field) => {
      const conflict = publishedRules[field.id];
      return conflict === undefined ? field : { ...field, conflict };
    })
  );
}
