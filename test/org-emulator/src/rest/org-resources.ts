import { Router } from 'express';
import type { Org } from '../org.ts';
import { limitState } from './limits/org-limits.ts';
import { originOf, organizationId } from './oauth-resources.ts';
import { ok, resource, type RestAnswer, type RestCall } from './resource.ts';
import { serve } from './http/allowed-methods.ts';

/** Data storage that is shown where none is set. */
const plentyMb = 1_000_000;

/** The list of resources of an API version, and `limits`. */
export function orgResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  serve(router, '/', { get: resource(org, listResources) });
  serve(router, '/limits', { get: resource(org, limits) });
  return router;
}

function limits({ org }: RestCall): RestAnswer {
  const { publishedInHour, deliveredInDay } = org.events.usage();
  const { hourlyPublished = 50_000, dailyDelivered = 10_000 } = org.events.limits();
  const { maxMegabytes, usedMegabytes } = org.dml.storage;
  return ok({
    ...org.limits.all,
    DataStorageMB: limitState(Math.min(maxMegabytes, plentyMb), Math.ceil(usedMegabytes)),
    HourlyPublishedPlatformEvents: limitState(hourlyPublished, publishedInHour),
    DailyDeliveredPlatformEvents: limitState(dailyDelivered, deliveredInDay)
  });
}

/** Resources below the version's path; `identity` leads elsewhere. */
const resources = [
  'actions',
  'analytics',
  'composite',
  'graphql',
  'jobs',
  'limits',
  'metadata',
  'query',
  'queryAll',
  'recent',
  'sobjects',
  'tooling',
  'ui-api'
];

function listResources({ org, access, request, version }: RestCall): RestAnswer {
  const paths = resources.map((name) => [name, `/services/data/${version}/${name}`]);
  const identity = `${originOf(request)}/id/${organizationId(org)}/${access.userId}`;
  return ok({ ...Object.fromEntries(paths), identity });
}
