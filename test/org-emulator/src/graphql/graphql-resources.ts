import { Router } from 'express';
import type { Org } from '../org.ts';
import { ok, resource } from '../rest/resource.ts';

/** GraphQL queries and mutations of records, at `graphql`. */
export function graphqlResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  router.post(
    '/',
    resource(org, async ({ access, request }) => {
      // The parser is large, and an org whose pages ask no GraphQL should start without it.
      const { runGraphql } = await import('./run-graphql.ts');
      return ok(runGraphql({ org, access }, request.body));
    })
  );
  return router;
}
