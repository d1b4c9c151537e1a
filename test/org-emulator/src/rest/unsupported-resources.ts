import { Router } from 'express';
import { notSupported } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import { resource } from './resource.ts';

/** Resources of the real API that are still to come, so that a client learns why and not just "not found". */
const unsupported = [
  'actions',
  'analytics',
  'commerce',
  'connect',
  'event',
  'jobs',
  'metadata',
  'named-credentials',
  'parameterizedSearch',
  'process',
  'search',
  'tabs',
  'tooling',
  'wave'
];

/** Answers 501 with the resource's name. */
export function unsupportedResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  for (const name of unsupported) {
    const refuse = resource(org, ({ request }) => {
      throw notSupported(`${request.method} ${request.path.slice(1)}`);
    });
    router.all(`/${name}`, refuse);
    router.all(`/${name}/*rest`, refuse);
  }
  return router;
}
