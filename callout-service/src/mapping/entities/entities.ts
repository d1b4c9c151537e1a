import { contactEntity } from './contact.ts';
import { customerEntity } from './customer.ts';
import type { DescribedEntity } from './describe-entity.ts';

/** Every entity that mappings can name, lines of documents among them. */
export const entityDescriptions: readonly DescribedEntity<unknown>[] = [customerEntity, contactEntity];

/** By name, as `customer` or `sales-order-line`; undefined for none. */
export function entityDescription(entity: string): DescribedEntity<unknown> | undefined {
  return entityDescriptions.find((description) => description.entity === entity);
}
