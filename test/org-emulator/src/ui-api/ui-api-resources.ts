import { Router } from 'express';
import { notSupported } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import type { RecentItems } from '../rest/recent-items.ts';
import { resource } from '../rest/resource.ts';
import { defaultsResources } from './defaults/defaults-resources.ts';
import { layoutResources } from './layouts/layout-resources.ts';
import { listResources } from './lists/list-resources.ts';
import { lookupResources } from './lookups/lookup-resources.ts';
import { objectInfoResources } from './objects/object-info-resources.ts';
import { recordResources } from './records/record-resources.ts';
import { relatedListResources } from './related-lists/related-list-resources.ts';
import { uiErrorHandler } from './ui-error-handler.ts';

/** `ui-api`: what Lightning Data Service reads and writes. What is not there is refused by name. */
export function uiApiResources(org: Org, recent: RecentItems): Router {
  const router = Router({ mergeParams: true });
  router.use('/records', recordResources(org, recent));
  router.use('/object-info', objectInfoResources(org));
  router.use('/record-defaults', defaultsResources(org));
  router.use(listResources(org, recent));
  router.use(relatedListResources(org, recent));
  router.use('/lookups', lookupResources(org, recent));
  router.use(layoutResources(org));
  router.use(
    resource(org, ({ request }) => {
      throw notSupported(`${request.method} ui-api${request.path}`);
    })
  );
  router.use(uiErrorHandler);
  return router;
}
