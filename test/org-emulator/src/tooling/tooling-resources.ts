import { Router } from 'express';
import type { Org } from '../org.ts';

/** The few Tooling API queries that clients make, below `tooling`. */
export function toolingResources(_org: Org): Router {
  return Router({ mergeParams: true });
}
