import { Router } from 'express';
import { notSupported } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import { ok, pathObject, resource } from '../rest/resource.ts';
import { listResources } from './list-resources.ts';
import { objectInfo } from './object-info.ts';
import { recordResources } from './record-resources.ts';
import { uiErrorHandler } from './ui-error-handler.ts';

/** `ui-api`: what Lightning Data Service reads and writes. */
export function uiApiResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  router.use('/records', recordResources(org));
  router.use('/list-records', listResources(org));
  router.get(
    '/object-info/:object',
    resource(org, (call) => ok(objectInfo(org.schema, pathObject(call), call.access)))
  );
  router.use(
    resource(org, ({ request }) => {
      throw notSupported(`${request.method} ui-api${request.path}`);
    })
  );
  router.use(uiErrorHandler);
  return router;
}
