import { Router } from 'express';
import type { Org } from '../org.ts';

/** Composite, graph and batch requests, below `composite`. */
export function compositeResources(_org: Org): Router {
  return Router({ mergeParams: true });
}
