import { Router } from 'express';
import type { Org } from '../org.ts';

/** Bulk API 2.0: ingest and query jobs, below `jobs`. */
export function bulkResources(_org: Org): Router {
  return Router({ mergeParams: true });
}
