import { organizationId } from '../rest/oauth-resources.ts';
import type { Org } from '../org.ts';

/** The org's id, 18 characters. */
export function tenantId(org: Org): string {
  return organizationId(org);
}

/** The org as the Pub/Sub API names it. */
export function tenantGuid(org: Org): string {
  return `CORE/prod/${tenantId(org)}`;
}
