import { Router } from 'express';
import type { Org } from '../org.ts';

/** Runs of reports, below `analytics`. */
export function analyticsResources(_org: Org): Router {
  return Router({ mergeParams: true });
}
