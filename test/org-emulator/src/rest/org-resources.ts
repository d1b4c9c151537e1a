import { Router } from 'express';
import type { Org } from '../org.ts';
import { originOf, organizationId } from './oauth-resources.ts';
import { ok, resource, type RestAnswer, type RestCall } from './resource.ts';

/** Limits the org shows. Only API requests are counted, and nothing is enforced. */
const dailyApiRequests = 15_000;

/** Counts API requests for `limits` and the `Sforce-Limit-Info` header. */
export class ApiUsage {
  #used = 0;

  count(): string {
    this.#used += 1;
    return `api-usage=${this.#used}/${dailyApiRequests}`;
  }

  get limit() {
    return { Max: dailyApiRequests, Remaining: Math.max(dailyApiRequests - this.#used, 0) };
  }
}

/** The list of resources of an API version, and `limits`. */
export function orgResources(org: Org, usage: ApiUsage): Router {
  const router = Router({ mergeParams: true });
  router.get('/', resource(org, listResources));
  router.get(
    '/limits',
    resource(org, () => ok({ DailyApiRequests: usage.limit }))
  );
  return router;
}

function listResources({ org, access, request, version }: RestCall): RestAnswer {
  const path = `/services/data/${version}`;
  return ok({
    actions: `${path}/actions`,
    composite: `${path}/composite`,
    identity: `${originOf(request)}/id/${organizationId(org)}/${access.userId}`,
    limits: `${path}/limits`,
    query: `${path}/query`,
    queryAll: `${path}/queryAll`,
    sobjects: `${path}/sobjects`,
    'ui-api': `${path}/ui-api`
  });
}
