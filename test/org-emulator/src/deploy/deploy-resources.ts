import { Router } from 'express';
import type { Org } from '../org.ts';

/** Deployments by REST, below `metadata`. */
export function deployResources(_org: Org): Router {
  return Router({ mergeParams: true });
}
