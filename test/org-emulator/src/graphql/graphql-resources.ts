import { Router } from 'express';
import type { Org } from '../org.ts';

/** GraphQL queries and mutations, at `graphql`. */
export function graphqlResources(_org: Org): Router {
  return Router({ mergeParams: true });
}
